import { type ByteStore, headBytes } from './byte-store.ts'
import { gatherBytes } from './gather-bytes.ts'
import { alreadyThere } from './refusals.ts'

/** Bytes in this process's memory, for tests, mocks and first steps. */
export function memoryBytes(): ByteStore {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    async write(key, bytes) {
      const all = await gatherBytes(bytes)
      if (kept.has(key)) throw alreadyThere(key)
      kept.set(key, all)
    },
    async look(key) {
      const bytes = kept.get(key)
      return bytes ? { size: bytes.byteLength, head: bytes.slice(0, headBytes) } : null
    },
    async read(key) {
      const bytes = kept.get(key)
      return bytes ? new Blob([bytes]).stream() : null
    },
    async delete(key) {
      kept.delete(key)
    },
  }
}
