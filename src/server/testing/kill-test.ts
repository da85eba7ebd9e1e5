import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { ThreadStreamEvent } from '../../protocol/index.ts'
import type { SqlStore } from '../sql/sql-store.ts'
import { ask, message } from '../test-client.ts'
import { faultServer, press } from './fault-server.ts'

const source = fileURLToPath(new URL('./killed-server.ts', import.meta.url))
const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url))
const everybody = { user: 'everybody' }
const all = { limit: 100, order: 'asc' } as const
/** Longer than a thread stays with a process that died. */
const later = () => new Date(Date.now() + 60_000)

export interface FaultStore {
  /** What `killed-server.ts` opens, empty. */
  newPlace(): object
  /** Opens the same in this process. */
  open(place: object, now?: () => Date): SqlStore
}

/** Makes one file of `killed-server.ts`, so that starting it twenty times does not take long; inside the repo, where its packages are. */
async function bundleServer(): Promise<string> {
  const outDir = `${cache}killed-server-${process.pid}`
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: source,
      outDir,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'server.mjs' } },
    },
  })
  return `${outDir}/server.mjs`
}

/** Starts the server in a process of its own, and gives what its client read before it was killed. */
async function runKilled(
  script: string,
  place: object,
  killAt: number,
): Promise<{ events: ThreadStreamEvent[]; signal: unknown }> {
  const child = spawn(process.execPath, [script, String(killAt), JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const lines = (await text(child.stdout)).split('\n').filter(Boolean)
  const [, signal] = await exit
  return { events: lines.map((line) => JSON.parse(line)), signal }
}

/** Kills a server at each event of a turn, and looks at what its store has. */
export function testKills({ newPlace, open }: FaultStore): void {
  test('a process killed after any event of a turn loses nothing that it told, and its thread goes on', async () => {
    const script = await bundleServer()
    onTestFinished(() => rmSync(dirname(script), { recursive: true }))
    const { events: turn, signal } = await runKilled(script, newPlace(), -1)
    expect(signal).toBeNull()
    expect(turn.length).toBeGreaterThan(12)
    const indexes = turn.map((_, index) => index)
    await Promise.all([0, 1].map((half) => each(indexes.filter((index) => index % 2 === half))))

    async function each(own: number[]) {
      for (const index of own) await killedAt(index)
    }
    async function killedAt(index: number) {
      const place = newPlace()
      const { events, signal } = await runKilled(script, place, index)
      expect(signal).toBe('SIGKILL')
      expect(events.map(({ type }) => type)).toEqual(turn.slice(0, index + 1).map(({ type }) => type))

      const [created] = events
      if (created?.type !== 'thread.created') return expect.unreachable('the first event is the thread')
      const { id } = created.thread
      const store = open(place, later)
      const title = events.findLast((event) => event.type === 'thread.updated')?.thread.title ?? undefined
      expect(await store.loadThread(everybody, id)).toMatchObject({ id, ...(title && { title }) })
      for (const event of events) {
        if (event.type !== 'thread.item.done') continue
        expect(await store.loadItem(everybody, id, event.item.id)).toEqual(event.item)
      }

      // Held as long as a living process might go on with it, then free.
      const held = open(place)
      const early = await held.holdThread(everybody, id, 'too early', 1000)
      if (index < turn.length - 1) expect(early).toBe(false)
      await held.close()
      const server = faultServer(store)
      const next = await ask(server, 'threads.add_user_message', { thread_id: id, ...message('more') })
      expect(next.filter(({ type }) => type === 'thread.item.done')).toHaveLength(4)
      expect(next.some(({ type }) => type === 'error')).toBe(false)

      const { data } = await store.listItems(everybody, id, all)
      expect(data.filter(({ type }) => type === 'user_message')).toHaveLength(2)
      const widget = data.find(({ type }) => type === 'widget')
      if (!widget) return expect.unreachable('the next turn shows one')
      const click = { thread_id: id, item_id: widget.id, action: { type: press.type, payload: {} } }
      await ask(server, 'threads.custom_action', click)
      expect(await store.loadWidget(everybody, id, widget.id)).toMatchObject({ state: { presses: 3 }, version: 2 })
      await store.close()
    }
  }, 300_000)
}
