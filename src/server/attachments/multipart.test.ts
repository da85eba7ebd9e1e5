import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gatherBytes } from './gather-bytes.ts'
import { readFilePart } from './multipart.ts'

const encoder = new TextEncoder()

/** The same bytes in chunks of these lengths, over and over. */
function chunked(bytes: Uint8Array, lengths: readonly number[]): ReadableStream<Uint8Array> {
  let at = 0
  let turn = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      const length = lengths[turn++ % lengths.length] ?? 1
      controller.enqueue(bytes.subarray(at, at + length))
      at += length
    },
  })
}
const form = (...parts: string[]) => `${parts.map((part) => `--B\r\n${part}\r\n`).join('')}--B--\r\n`
const file = 'Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\nabc'

async function read(body: string | Uint8Array, lengths: readonly number[] = [1000]) {
  const bytes = typeof body === 'string' ? encoder.encode(body) : body
  const part = await readFilePart(chunked(bytes, lengths), 'B')
  return { name: part.name, type: part.type, text: new TextDecoder().decode(await gatherBytes(part.bytes)) }
}

test('the field `file` is found, cut anywhere, also after other fields and a preamble', async () => {
  const other = 'content-disposition: form-data; name="purpose"\r\n\r\nuser_data'
  const body = `preamble\r\n${form(other, file, other)}epilogue`
  for (let length = 1; length < body.length; length++) {
    expect(await read(body, [length])).toEqual({ name: 'a.png', type: 'image/png', text: 'abc' })
  }
})

test('any bytes come through any cut, as FormData writes them', async () => {
  const lineEnds = fc.constantFrom(...[13, 10, 45, 66, 0, 255])
  const content = fc
    .uint8Array({ maxLength: 300 })
    .chain((bytes) =>
      fc.array(lineEnds, { maxLength: 40 }).map((ends) => new Uint8Array([...bytes, ...ends, ...bytes, ...ends])),
    )
  const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(content, lengths, async (bytes, cuts) => {
      const data = new FormData()
      data.append('before', 'x')
      data.append('file', new File([bytes], 'ä "q".bin', { type: 'a/b' }))
      const request = new Request('http://x', { method: 'POST', body: data })
      const boundary = request.headers.get('content-type')?.split('boundary=')[1] ?? ''
      const body = new Uint8Array(await request.arrayBuffer())
      const part = await readFilePart(chunked(body, cuts), boundary)
      expect([part.name, part.type]).toEqual(['ä "q".bin', 'a/b'])
      expect(await gatherBytes(part.bytes)).toEqual(bytes)
    }),
    { numRuns: 300 },
  )
})

test('names are read as browsers and as others write them', async () => {
  const named = (header: string) => read(form(`Content-Disposition: form-data; ${header}\r\n\r\nx`))
  expect((await named('name="file"; filename="a%22b.png"')).name).toBe('a"b.png')
  expect((await named('name="file"; filename="a\\"b; name=x.png"')).name).toBe('a"b; name=x.png')
  expect((await named('filename=plain.png; name=file')).name).toBe('plain.png')
  expect((await named('name="file"')).name).toBeNull()
  expect((await named('name="file"; filename=""')).name).toBe('')
})

test('a form that is cut, without the field, or with too much before it, is refused', async () => {
  const refused = (body: string, problem: string) =>
    expect(read(body)).rejects.toMatchObject({ code: 'invalid_request', problem })
  const whole = form(file)
  for (const end of [0, 10, 40, whole.length - 9]) await refused(whole.slice(0, end), 'The form broke off')
  await refused(form('Content-Disposition: form-data; name="other"\r\n\r\nx'), 'The form has no field `file`')
  await refused('--B--\r\n', 'The form has no field `file`')
  await refused(form(`X: ${'x'.repeat(9000)}\r\n\r\nx`), 'The form has too much before its file')
  await refused(form(`A: b\r\n\r\n${'x'.repeat(70_000)}`), 'The form has too much before its file')
  await refused(
    form(...Array.from({ length: 20 }, () => `A: b\r\n\r\n${'x'.repeat(7000)}`)),
    'The form has too much before its file',
  )
})

test('the file is handed on as it comes, and a reader that leaves stops the body', async () => {
  let cancelled = false
  let pulls = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(pulls++ === 0 ? encoder.encode(form(file).slice(0, -9)) : new Uint8Array(1000))
    },
    cancel() {
      cancelled = true
    },
  })
  const { bytes } = await readFilePart(endless, 'B')
  const reader = bytes.getReader()
  for (let at = 0; at < 5; at++) await reader.read()
  expect(pulls).toBeLessThan(8)
  await reader.cancel()
  expect(cancelled).toBe(true)
})
