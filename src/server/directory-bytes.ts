import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type ByteStore, headBytes } from './attachments/byte-store.ts'
import { alreadyThere } from './attachments/refusals.ts'

const chunkBytes = 64 * 1024

/**
 * Bytes in a folder, one file for each attachment under `files/`, readable by this process's user alone. A file appears there
 * when it is whole; until then it grows under `incoming/`, which `cleanAttachments` sweeps. Several servers may share a folder.
 */
export function directoryBytes(folder: string): ByteStore {
  const incoming = join(folder, 'incoming')
  const files = join(folder, 'files')
  const pathOf = (key: string) => join(files, fileName(key))

  return {
    async write(key, bytes, { signal } = {}) {
      for (const path of [incoming, files]) await mkdir(path, { recursive: true, mode: 0o700 })
      const part = join(incoming, randomUUID())
      try {
        await pipeline(
          bytes,
          createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
          signal ? { signal } : {},
        )
        await claim(part, pathOf(key), key)
      } finally {
        await rm(part, { force: true })
      }
    },
    async look(key) {
      const file = await unlessMissing(open(pathOf(key)))
      if (!file) return null
      try {
        const head = new Uint8Array(headBytes)
        const { bytesRead } = await file.read(head, 0, headBytes, 0)
        return { size: (await file.stat()).size, head: head.subarray(0, bytesRead) }
      } finally {
        await file.close()
      }
    },
    async read(key, { signal } = {}) {
      const path = pathOf(key)
      return (await unlessMissing(stat(path))) ? streamOf(path, signal) : null
    },
    async delete(key) {
      await rm(pathOf(key), { force: true })
    },
    async sweep(before) {
      for (const name of (await unlessMissing(readdir(incoming))) ?? []) {
        const part = join(incoming, name)
        const known = await unlessMissing(stat(part))
        if (known && known.mtime < before) await rm(part, { force: true })
      }
    },
  }
}

/** An id as the name of a file: whatever it holds, it stays in its folder. */
function fileName(key: string): string {
  return key.replace(/[^\w-]/gu, (char) => encodeURIComponent(char).replace('.', '%2E'))
}

/** Gives a file its name, unless something has it: `link` refuses where `rename` would replace. */
async function claim(part: string, path: string, key: string): Promise<void> {
  try {
    await link(part, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw alreadyThere(key)
    if (!linkless.has(codeOf(error))) throw error
    if (await unlessMissing(stat(path))) throw alreadyThere(key)
    await rename(part, path)
  }
}

/** What file systems say that know no links, as some network folders do. */
const linkless: ReadonlySet<unknown> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])

/** Opened with the first read, so that what nobody reads holds no handle. */
function streamOf(path: string, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  let file: FileHandle | null = null
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          signal?.throwIfAborted()
          file ??= await open(path)
          const chunk = new Uint8Array(chunkBytes)
          const { bytesRead } = await file.read(chunk, 0, chunkBytes, null)
          if (bytesRead > 0) return controller.enqueue(chunk.subarray(0, bytesRead))
          await file.close()
          controller.close()
        } catch (error) {
          await file?.close()
          throw error
        }
      },
      cancel: () => file?.close(),
    },
    { highWaterMark: 0 },
  )
}

/** What a call gives, or `null` where there is no such file. */
function unlessMissing<Value>(asked: Promise<Value>): Promise<Value | null> {
  return asked.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
