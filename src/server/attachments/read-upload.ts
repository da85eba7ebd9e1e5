import { ParlorError } from '../../errors.ts'
import { brokenOff } from '../refusals.ts'
import { headBytes } from './byte-store.ts'
import { type FilePart, readFilePart } from './multipart.ts'

/** What a form takes besides its file, at most. */
const formBytes = 128 * 1024

/** Whether a body is a form, by its content type. */
export function isForm(request: Request): boolean {
  return /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')
}

/** The file of an upload: of a form's field `file`, or else the body itself. Throws `too_large` by the length told, if that is enough. */
export async function readUpload(request: Request, mostBytes: number): Promise<FilePart> {
  const type = request.headers.get('content-type') ?? ''
  const form = isForm(request)
  if (Number(request.headers.get('content-length')) > mostBytes + (form ? formBytes : 0)) throw tooLarge(mostBytes)
  if (!request.body) throw empty()
  if (!form) return { name: null, type, bytes: request.body }
  const [, quoted, token] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  const boundary = quoted ?? token
  if (boundary === undefined || boundary.length > 70) throw noBoundary()
  return readFilePart(request.body, boundary)
}

export interface ByteRules {
  mostBytes: number
  /** As many as were announced. */
  exactBytes?: number | undefined
  /** Told the first bytes as soon as they are there; throws to refuse the file. */
  onHead(head: Uint8Array): void
  /** Told how many bytes came, at the end. */
  onEnd(size: number): void
}

/** The same bytes, ended by an error as soon as they break a rule; never more than one chunk is held. */
export function checkedBytes(source: ReadableStream<Uint8Array>, rules: ByteRules): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  const head = new Uint8Array(headBytes)
  let size = 0
  let headTold = false

  function tellHead(): void {
    headTold = true
    rules.onHead(head.subarray(0, Math.min(size, headBytes)))
  }

  function check(chunk: Uint8Array): void {
    if (size < headBytes) head.set(chunk.subarray(0, headBytes - size), size)
    size += chunk.byteLength
    if (size > rules.mostBytes) throw tooLarge(rules.mostBytes)
    if (rules.exactBytes !== undefined && size > rules.exactBytes) throw otherSize(rules.exactBytes)
    if (!headTold && size >= headBytes) tellHead()
  }

  function checkEnd(): void {
    if (size === 0) throw empty()
    if (rules.exactBytes !== undefined && size !== rules.exactBytes) throw otherSize(rules.exactBytes, size)
    if (!headTold) tellHead()
    rules.onEnd(size)
  }

  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.read().catch((cause: unknown) => {
          throw brokenOff(cause)
        })
        if (done) {
          checkEnd()
          return controller.close()
        }
        try {
          check(value)
        } catch (error) {
          await reader.cancel(error).catch(() => {})
          throw error
        }
        controller.enqueue(value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

export function tooLarge(mostBytes: number): ParlorError {
  return new ParlorError('too_large', {
    at: 'file',
    problem: `The file has more than ${mostBytes} bytes`,
    hint: 'Send a smaller one, or raise `maxBytes` of attachmentFiles',
  })
}

export function otherSize(told: number, size?: number): ParlorError {
  return new ParlorError(size === undefined || size > told ? 'too_large' : 'invalid_request', {
    at: 'file',
    problem: `${told} bytes were announced, ${size === undefined ? 'and more came' : `${size} came`}`,
    hint: 'Announce the size of the file by attachments.create, then send exactly that file',
  })
}

export function empty(): ParlorError {
  return new ParlorError('invalid_request', { at: 'file', problem: 'The file is empty', hint: 'Send its bytes' })
}

function noBoundary(): ParlorError {
  return new ParlorError('invalid_request', {
    at: 'headers.content-type',
    problem: 'The form does not tell its boundary',
    hint: 'Send a FormData and leave the content type to `fetch`',
  })
}
