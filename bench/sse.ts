import { Agent, request } from 'node:http'
import { type BenchServer, firstMessage, withServers } from './bench-server.ts'
import { median, type Row } from './row.ts'

const rounds = 9
const connections = 16
/** By events in a response: responses in a round. */
const perRound = { 50: 2000, 500: 400 }

/**
 * SSE over HTTP, all events ready at once: a turn of the chat server behind the node handler, and behind Hono's, against a bare
 * `node:http` server that makes the same events and writes each with a `res.write`. CPU of the server's process, told by itself;
 * each server in a process of its own, in turns, asked over 16 connections.
 */
export function sse(): Promise<Row[]> {
  return withServers(['bare', 'node', 'hono'], {}, async (servers) => {
    const rows: Row[] = []
    for (const [events, count] of Object.entries(perRound)) {
      const cost = { bare: [] as number[], node: [] as number[], hono: [] as number[] }
      for (let round = -3; round < rounds; round++) {
        for (const name of ['bare', 'node', 'hono'] as const) {
          const micros = await measure(servers[name], events, count)
          if (round >= 0) cost[name].push(micros)
        }
      }
      const bare = median(cost.bare)
      for (const [name, how] of [
        ['node', 'parlor/server/node'] as const,
        ['hono', 'chat.fetch on @hono/node-server'] as const,
      ]) {
        const ours = median(cost[name])
        rows.push({
          name: `SSE, ${events} events a response, ${how}`,
          ratio: ours / bare,
          detail: `${ours.toFixed(0)} µs a response, one bare res.write per event ${bare.toFixed(0)} µs`,
        })
      }
    }
    return rows
  })
}

/** CPU in µs for one response. */
async function measure({ port, used }: BenchServer, events: string, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const before = await used()
  let left = count
  const lane = async () => {
    while (left-- > 0) await fetchAll(agent, port, events)
  }
  await Promise.all(Array.from({ length: connections }, lane))
  const after = await used()
  agent.destroy()
  return (after.cpu - before.cpu) / count
}

function fetchAll(agent: Agent, port: number, events: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ agent, port, method: 'POST' }, (incoming) => {
      incoming.on('data', () => {})
      incoming.once('end', resolve)
    })
    outgoing.once('error', reject)
    outgoing.end(firstMessage(events))
  })
}
