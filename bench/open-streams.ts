import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { type BenchServer, firstMessage, withServers } from './bench-server.ts'
import type { Row } from './row.ts'

const count = 2000

/** Memory of streams that were opened, have said something and are silent: what is left on the server for each, its turn included. */
export function openStreams(): Promise<Row[]> {
  return withServers(['bare', 'node', 'hono'], { collectsGarbage: true }, async (servers) => {
    const bare = await memoryOf(servers.bare)
    const rows: Row[] = []
    for (const [name, how] of [
      ['node', 'parlor/server/node'] as const,
      ['hono', 'chat.fetch on @hono/node-server'] as const,
    ]) {
      const ours = await memoryOf(servers[name])
      rows.push({
        name: `${count} idle streams, ${how}`,
        ratio: ours / bare,
        detail: `${ours.toFixed(1)} KiB a stream, bare node:http ${bare.toFixed(1)} KiB`,
      })
    }
    return rows
  })
}

/** KiB for one open stream. */
async function memoryOf({ port, used }: BenchServer): Promise<number> {
  const warm = await open(port, 200)
  await close(warm)
  const before = await used()
  const streams = await open(port, count)
  const after = await used()
  await close(streams)
  return (after.memory - before.memory) / count / 1024
}

async function open(port: number, howMany: number): Promise<ClientRequest[]> {
  const agent = new Agent({ maxSockets: howMany })
  const opened: ClientRequest[] = []
  for (let index = 0; index < howMany; index++) {
    const outgoing = request({ agent, port, method: 'POST' })
    outgoing.on('error', () => {}) // it is closed from here
    outgoing.end(firstMessage('idle'))
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
    await once(incoming, 'data')
    incoming.on('data', () => {})
    opened.push(outgoing)
  }
  return opened
}

async function close(streams: readonly ClientRequest[]): Promise<void> {
  for (const stream of streams) stream.destroy()
  await new Promise((resolve) => setTimeout(resolve, 500)) // until the server has noticed
}
