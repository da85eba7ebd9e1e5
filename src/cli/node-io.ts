import { readFile, writeFile } from 'node:fs/promises'
import type { Io } from './io.ts'
import { loadModule } from './load-module.ts'

/** Files, modules and streams of this process. */
export const nodeIo: Io = {
  read: (file) => readFile(file, 'utf8'),
  write: (file, text) => writeFile(file, text),
  load: loadModule,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
}
