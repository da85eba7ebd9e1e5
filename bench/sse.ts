import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { median, type Row } from './row.ts'

const rounds = 9
const eventCounts = [50, 500]
const perRound = { 50: 400, 500: 80 } as Record<number, number>

/**
 * SSE over HTTP: a turn of the chat server behind the node handler, against a bare `node:http` server that writes the same bytes
 * with one `res.write` per event. CPU of the server's process, told by itself; each server in a process of its own, in turns.
 */
export async function sse(): Promise<Row[]> {
  const servers = { parlor: await startServer('parlor'), bare: await startServer('bare') }
  try {
    const rows: Row[] = []
    for (const events of eventCounts) {
      const count = perRound[events] ?? 100
      const cost: Record<keyof typeof servers, number[]> = { parlor: [], bare: [] }
      for (let round = -2; round < rounds; round++) {
        for (const name of ['bare', 'parlor'] as const) {
          const micros = await measure(servers[name], { events, count })
          if (round >= 0) cost[name].push(micros / count / events)
        }
      }
      const [parlor, bare] = [median(cost.parlor), median(cost.bare)]
      rows.push({
        name: `SSE, ${events} events a response`,
        ratio: parlor / bare,
        detail: `${parlor.toFixed(2)} µs an event, one bare res.write per event ${bare.toFixed(2)} µs`,
      })
    }
    return rows
  } finally {
    for (const { stop } of Object.values(servers)) stop()
  }
}

interface BenchServer {
  port: number
  /** Microseconds of CPU the server's process has used so far. */
  cpu(): Promise<number>
  stop(): void
}

async function startServer(kind: 'parlor' | 'bare'): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL('./sse-server.ts', import.meta.url)), [kind])
  const [{ port }] = await once(child, 'message')
  return {
    port,
    async cpu() {
      child.send('cpu')
      const [{ cpu }] = await once(child, 'message')
      return cpu
    },
    stop: () => child.kill(),
  }
}

async function measure(
  { port, cpu }: BenchServer,
  { events, count }: { events: number; count: number },
): Promise<number> {
  const before = await cpu()
  for (let sent = 0; sent < count; sent++) await fetchAll(port, events)
  return (await cpu()) - before
}

function fetchAll(port: number, events: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const input = { content: [{ type: 'input_text', text: String(events) }], attachments: [], inference_options: {} }
    const outgoing = request({ port, method: 'POST' }, (incoming) => {
      incoming.on('data', () => {})
      incoming.once('end', resolve)
    })
    outgoing.once('error', reject)
    outgoing.end(JSON.stringify({ type: 'threads.create', params: { input } }))
  })
}
