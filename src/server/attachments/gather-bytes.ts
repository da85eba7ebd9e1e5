/** All bytes of a stream at once; past `most` it throws what `tooMany` gives. */
export async function gatherBytes(
  stream: ReadableStream<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
  tooMany: () => Error = () => new RangeError('Too many bytes'),
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength
    if (size > most) {
      await reader.cancel().catch(() => {})
      throw tooMany()
    }
    parts.push(read.value)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.byteLength
  }
  return all
}
