import { ParlorError } from '../../errors.ts'

/** The file of a form: what its sender calls it, and its bytes as they come. */
export interface FilePart {
  name: string | null
  type: string | null
  bytes: ReadableStream<Uint8Array>
}

const mostHeaderBytes = 8 * 1024
/** How much of other fields is read past before the file. */
const mostSkippedBytes = 64 * 1024
const lineEnd = new Uint8Array([13, 10])
const headersEnd = new Uint8Array([13, 10, 13, 10])

/**
 * Finds the field `file` of a `multipart/form-data` body (RFC 7578) and hands its bytes on as they come: `formData()` would
 * hold the whole body in memory. Fields before it are read past, what follows it is left unread.
 */
export async function readFilePart(body: ReadableStream<Uint8Array>, boundary: string): Promise<FilePart> {
  const parts = splitter(body)
  const mark = new TextEncoder().encode(`\r\n--${boundary}`)
  try {
    await gather(parts, mark, mostSkippedBytes)
    for (let skipped = 0; !(await parts.startsWith('--')); ) {
      const fields = readHeaders(await gather(parts, headersEnd, mostHeaderBytes))
      if (fields.name === 'file') {
        return { name: fields.filename ?? null, type: fields.type ?? null, bytes: bytesOf(parts, mark) }
      }
      skipped += (await gather(parts, mark, mostSkippedBytes - skipped)).byteLength
    }
  } catch (error) {
    await parts.leave()
    throw error
  }
  await parts.leave()
  throw badForm('The form has no field `file`', 'Send the bytes as the field `file`')
}

function bytesOf(parts: Splitter, mark: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const bytes = await parts.before(mark)
        if (bytes) return controller.enqueue(bytes)
        controller.close()
        await parts.leave()
      },
      cancel: () => parts.leave(),
    },
    { highWaterMark: 0 },
  )
}

interface Splitter {
  /** The next bytes before `mark`, `null` when it is reached and passed. */
  before(mark: Uint8Array): Promise<Uint8Array | null>
  startsWith(text: string): Promise<boolean>
  leave(): Promise<void>
}

function splitter(body: ReadableStream<Uint8Array>): Splitter {
  const reader = body.getReader()
  let rest: Uint8Array = lineEnd // so that the first mark, at the very start, is like the others

  async function more(): Promise<void> {
    const { done, value } = await reader.read()
    if (done) throw badForm('The form broke off', 'Send it again, to its last boundary')
    rest = joined(rest, value)
  }

  function take(length: number): Uint8Array {
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    return taken
  }

  return {
    async before(mark) {
      while (true) {
        const at = indexOf(rest, mark)
        if (at > 0) return take(at)
        if (at === 0) {
          take(mark.length)
          return null
        }
        const sure = rest.length - mark.length + 1 // the rest may be the beginning of a mark
        if (sure > 0) return take(sure)
        await more()
      }
    },
    async startsWith(text) {
      while (rest.length < text.length) await more()
      return new TextDecoder().decode(rest.subarray(0, text.length)) === text
    },
    leave: () => reader.cancel().catch(() => {}),
  }
}

async function gather(parts: Splitter, mark: Uint8Array, most: number): Promise<Uint8Array> {
  let all: Uint8Array = new Uint8Array()
  for (let next = await parts.before(mark); next; next = await parts.before(mark)) {
    all = joined(all, next)
    if (all.byteLength > most) throw badForm('The form has too much before its file', 'Send the field `file` first')
  }
  return all
}

function indexOf(bytes: Uint8Array, mark: Uint8Array): number {
  for (let at = bytes.indexOf(13); at !== -1; at = bytes.indexOf(13, at + 1)) {
    if (mark.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.byteLength === 0) return second
  const all = new Uint8Array(first.byteLength + second.byteLength)
  all.set(first)
  all.set(second, first.byteLength)
  return all
}

interface PartHeaders {
  name?: string | undefined
  filename?: string | undefined
  type?: string | undefined
}

function readHeaders(bytes: Uint8Array): PartHeaders {
  const found: PartHeaders = {}
  for (const line of new TextDecoder().decode(bytes).split('\r\n')) {
    const colon = line.indexOf(':')
    const value = line.slice(colon + 1).trim()
    switch (line.slice(0, colon).toLowerCase()) {
      case 'content-type':
        found.type = value
        break
      case 'content-disposition': {
        const params = paramsOf(value)
        found.name = params.get('name')
        found.filename = params.get('filename')
      }
    }
  }
  return found
}

/** The parameters of a header; browsers write `"` in names as `%22`, others as `\"`. */
function paramsOf(header: string): Map<string, string> {
  const params = new Map<string, string>()
  for (const [, name = '', quoted, token = ''] of header.matchAll(/;\s*([\w*]+)=(?:"((?:\\"|[^"])*)"|([^\s;]*))/g)) {
    const key = name.toLowerCase()
    if (!params.has(key)) params.set(key, quoted?.replaceAll(/\\"|%22/g, '"') ?? token)
  }
  return params
}

function badForm(problem: string, hint: string): ParlorError {
  return new ParlorError('invalid_request', { at: 'body', problem, hint })
}
