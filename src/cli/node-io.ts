import { readFile, writeFile } from 'node:fs/promises'
import type { Io } from './io.ts'
import { loadModule } from './load-module.ts'

const { stdout, stderr } = process
stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error // `| head` may have had enough
})
const writers = { stdout: stdout.write.bind(stdout), stderr: stderr.write.bind(stderr) }

/** Files, modules and streams of this process. */
export const nodeIo: Io = {
  read: (file) => readFile(file, 'utf8'),
  write: (file, text) => writeFile(file, text),
  load: (file) => {
    stdout.write = writers.stderr // what a module prints, now or later, is no part of the report
    return loadModule(file)
  },
  version: async () => {
    const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
    const { version }: { version: string } = JSON.parse(manifest)
    return version
  },
  stdout: (text) => void writers.stdout(text),
  stderr: (text) => void writers.stderr(text),
}

/** When all that was said so far is on its way. */
export function written(): Promise<unknown> {
  return Promise.all(
    Object.values(writers).map((write) => new Promise<void>((resolve) => void write('', () => resolve()))),
  )
}
