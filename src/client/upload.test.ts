import { expect, test, vi } from 'vitest'
import { createClient, type Fetch, type UploadStrategy } from './index.ts'

const file = new File(['hello'], 'note.txt', { type: 'text/plain' })
const attachment = { type: 'file', id: 'atc_1', name: 'note.txt', mime_type: 'text/plain' }
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

interface Sent {
  url: string
  method: string | undefined
  headers: Record<string, string>
  body: unknown
}
/** A server that keeps what it was sent; `answers` by address. */
function serving(answers: Record<string, () => Response>) {
  const sent: Sent[] = []
  const fetch: Fetch = async (input, init) => {
    const url = String(input)
    const form =
      init?.body instanceof FormData
        ? [...init.body].map(([name, value]) => [name, value instanceof File ? value.name : value])
        : init?.body
    sent.push({ url, method: init?.method, headers: Object.fromEntries(new Headers(init?.headers)), body: form })
    return answers[url]?.() ?? json({}, 404)
  }
  return { sent, fetch }
}
const upload = (fetch: Fetch, strategy?: UploadStrategy) =>
  createClient({
    url: 'https://chat.example/chatkit',
    fetch,
    headers: { 'X-User-Id': 'u1' },
    secret: async () => 's1',
  }).upload(file, strategy)

test('in two phases: the server names the address, the bytes go there as it says', async () => {
  const { sent, fetch } = serving({
    'https://chat.example/chatkit': () =>
      json({
        ...attachment,
        upload_descriptor: { url: 'https://files.example/atc_1', method: 'PUT', headers: { 'x-size': '5' } },
      }),
    'https://files.example/atc_1': () => new Response(null),
  })
  expect(await upload(fetch)).toEqual(attachment)
  expect(sent).toEqual([
    {
      url: 'https://chat.example/chatkit',
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: 'Bearer s1',
        'content-type': 'application/json',
        'x-user-id': 'u1',
      },
      body: '{"type":"attachments.create","params":{"name":"note.txt","size":5,"mime_type":"text/plain"}}',
    },
    { url: 'https://files.example/atc_1', method: 'PUT', headers: { 'x-size': '5' }, body: file },
  ])
})

test('an address of the chat server itself is a form, and learns who asks', async () => {
  const { sent, fetch } = serving({
    'https://chat.example/chatkit': () =>
      json({ ...attachment, upload_descriptor: { url: 'https://chat.example/files/1', method: 'POST' } }),
    'https://chat.example/files/1': () => new Response(null),
  })
  await upload(fetch, { type: 'two_phase' })
  expect(sent[1]).toEqual({
    url: 'https://chat.example/files/1',
    method: 'POST',
    headers: { authorization: 'Bearer s1', 'x-user-id': 'u1' },
    body: [['file', 'note.txt']],
  })
})

test('directly: one form to one address, which answers the attachment', async () => {
  const { sent, fetch } = serving({ 'https://chat.example/files': () => json(attachment) })
  expect(await upload(fetch, { type: 'direct', uploadUrl: 'https://chat.example/files' })).toEqual(attachment)
  expect(sent).toEqual([
    {
      url: 'https://chat.example/files',
      method: 'POST',
      headers: { authorization: 'Bearer s1', 'x-user-id': 'u1' },
      body: [['file', 'note.txt']],
    },
  ])
})

test('a server that names no address, or refuses the bytes, is an error', async () => {
  await expect(upload(serving({ 'https://chat.example/chatkit': () => json(attachment) }).fetch)).rejects.toMatchObject(
    {
      code: 'unsupported',
      at: 'attachments.create.upload_descriptor',
    },
  )
  const refusing = serving({ 'https://chat.example/files': () => json({ detail: 'Too large' }, 413) })
  await expect(
    upload(refusing.fetch, { type: 'direct', uploadUrl: 'https://chat.example/files' }),
  ).rejects.toMatchObject({
    code: 'too_large',
    at: 'upload',
    problem: 'The server answered 413: Too large',
  })
  const odd = serving({ 'https://chat.example/files': () => json({ id: 'x' }) })
  await expect(upload(odd.fetch, { type: 'direct', uploadUrl: 'https://chat.example/files' })).rejects.toMatchObject({
    code: 'invalid_event',
    at: 'upload.type',
  })
})

test('a signed address that does not answer is named without its signature', async () => {
  const fetch: Fetch = async (input) => {
    if (String(input).startsWith('https://store.example')) throw new TypeError('Failed to fetch')
    const to = { url: 'https://store.example/a?signature=secret#x', method: 'PUT', headers: {} }
    return json({ ...attachment, upload_descriptor: to })
  }
  await expect(upload(fetch)).rejects.toMatchObject({
    code: 'network',
    at: 'upload',
    problem: 'No answer from https://store.example/a',
  })
})

test('who gives up stops the upload', async () => {
  const controller = new AbortController()
  const fetch = vi.fn<Fetch>(
    (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
  )
  const uploading = createClient({ url: '/chatkit', fetch }).upload(
    file,
    { type: 'direct', uploadUrl: '/files' },
    { signal: controller.signal },
  )
  controller.abort()
  await expect(uploading).rejects.toMatchObject({ code: 'aborted', at: 'upload' })
})

test.each<UploadStrategy>([
  { type: 'two_phase' },
  { type: 'direct', uploadUrl: 'https://chat.example/files/1' },
])('whoever wants to know how much has gone is named to the fetch, for the bytes only: %j', async (strategy) => {
  const told: [url: string, told: boolean][] = []
  const fetch: Fetch = async (input, init) => {
    told.push([String(input), init?.onProgress !== undefined])
    init?.onProgress?.(0.5)
    if (String(input).endsWith('/1')) return json(attachment)
    return json({ ...attachment, upload_descriptor: { url: 'https://chat.example/files/1', method: 'POST' } })
  }
  const progress: number[] = []
  await createClient({ url: 'https://chat.example/chatkit', fetch, headers: { a: 'b' }, secret: () => 's' }).upload(
    file,
    strategy,
    { onProgress: (sent) => progress.push(sent) },
  )
  expect(progress).toEqual([0.5])
  expect(told.at(-1)).toEqual(['https://chat.example/files/1', true])
  expect(told.slice(0, -1)).toEqual(strategy.type === 'direct' ? [] : [['https://chat.example/chatkit', false]])
})
