import { joined, tooLarge } from '../read-body.ts'

/** A body on its way: short ones are held, so that they can be looked at and sent again; longer ones only pass. */
export type PassingBody =
  | { held: Uint8Array<ArrayBuffer>; stream?: never }
  | { held?: never; stream: ReadableStream<Uint8Array> }

/** How much is held of a body. ChatKit's requests are far shorter, but for uploads and speech. */
const heldBytes = 64 * 1024

/** Takes a request's body in hand. Throws `too_large`, as does its stream where that shows later. */
export async function passingBody(request: Request, maxBytes: number): Promise<PassingBody> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes)
  if (!request.body) return { held: new Uint8Array(0) }
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0

  /** The next chunk, counted; null at the end. */
  async function next(): Promise<Uint8Array | null> {
    const { done, value } = await reader.read()
    if (done) return null
    size += value.byteLength
    if (size <= maxBytes) return value
    reader.cancel().catch(() => {}) // not waited for: of a request that was cloned it ends only with the clone's
    throw tooLarge(maxBytes)
  }

  while (size <= heldBytes) {
    const chunk = await next()
    if (!chunk) return { held: joined(chunks, size) }
    chunks.push(chunk)
  }
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = chunks.shift() ?? (await next())
      if (chunk) controller.enqueue(chunk)
      else controller.close()
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return { stream }
}
