import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** A server of the bench, in a process of its own. */
export interface BenchServer {
  port: number
  /** What the process has used so far: CPU in µs; bytes that are left after the garbage was collected. */
  used(): Promise<{ cpu: number; memory: number }>
  stop(): void
}

/**
 * Runs servers from one bundle, as a package is run: the loader for TypeScript sources would give every function a name anew
 * each time it is made.
 */
export async function withServers<Name extends string, Result>(
  names: readonly Name[],
  { collectsGarbage = false }: { collectsGarbage?: boolean },
  use: (servers: Record<Name, BenchServer>) => Promise<Result>,
): Promise<Result> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const folder = await mkdtemp(join(root, 'node_modules', '.bench-'))
  const started: [Name, BenchServer][] = []
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: { ssr: 'bench/sse-server.ts', outDir: folder, minify: false, target: 'node20' },
      ssr: { resolve: { conditions: ['parlor-source', 'node', 'module'] } },
    })
    const file = join(folder, 'sse-server.js')
    for (const name of names) started.push([name, await startServer(file, name, collectsGarbage)])
    return await use(Object.fromEntries(started) as Record<Name, BenchServer>) // one for each name
  } finally {
    for (const [, { stop }] of started) stop()
    await rm(folder, { recursive: true })
  }
}

async function startServer(file: string, kind: string, collectsGarbage: boolean): Promise<BenchServer> {
  const child = fork(file, [kind], { execArgv: collectsGarbage ? ['--expose-gc'] : [] })
  const [{ port }] = await once(child, 'message')
  return {
    port,
    async used() {
      child.send('used')
      const [used] = await once(child, 'message')
      return used
    },
    stop: () => child.kill(),
  }
}

/** The body of a first message. */
export function firstMessage(text: string): string {
  const input = { content: [{ type: 'input_text', text }], attachments: [], inference_options: {} }
  return JSON.stringify({ type: 'threads.create', params: { input } })
}
