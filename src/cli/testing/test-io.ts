import type { Io } from '../io.ts'

/** Files and modules in memory; `out`, `told` and `written` hold what came of a command. */
export function testIo(files: Record<string, unknown> = {}, modules: Record<string, object> = {}) {
  const result = { out: '', told: '', written: new Map<string, string>() }
  const io: Io = {
    read: async (file) => {
      const content = files[file]
      if (content === undefined) throw new Error(`no such file: ${file}`)
      return typeof content === 'string' ? content : JSON.stringify(content)
    },
    write: async (file, text) => void result.written.set(file, text),
    load: async (file) => {
      const found = modules[file]
      if (!found) throw new Error('Unexpected end of file')
      return found
    },
    version: async () => '1.2.3',
    stdout: (text) => {
      result.out += text
    },
    stderr: (text) => {
      result.told += text
    },
  }
  return { io, result }
}
