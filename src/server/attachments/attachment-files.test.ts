import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, type Fetch } from '../../client/index.ts'
import type { Attachment } from '../../protocol/index.ts'
import { createChatServer } from '../create-chat-server.ts'
import { directoryBytes } from '../directory-bytes.ts'
import { countedIds } from '../ids.ts'
import { memoryStore } from '../memory-store.ts'
import { toNodeHandler } from '../node.ts'
import type { ChatServerOptions, UserContext } from '../options.ts'
import { ask, askJson, keptLog, message, silentLog } from '../test-client.ts'
import { type AttachmentFilesOptions, attachmentFiles } from './attachment-files.ts'
import { bucketBytes } from './bucket-bytes.ts'
import type { ByteStore } from './byte-store.ts'
import { cleanAttachments } from './clean-attachments.ts'
import { memoryBytes } from './memory-bytes.ts'
import { bucketKeys, openBucketServer } from './testing/bucket-server.ts'

const secret = 'a secret of thirty-two characters'
const start = Date.parse('2026-01-02T03:04:05Z')
const hour = 3_600_000
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7])
const ada = { headers: { 'x-user-id': 'ada' } }
const bob = { headers: { 'x-user-id': 'bob' } }

/** A server with files whose users are told by a header, and a clock that is set forward by hand. */
function open(files: Partial<AttachmentFilesOptions> = {}, server: Partial<ChatServerOptions<UserContext>> = {}) {
  const clock = { time: start }
  const now = () => new Date(clock.time)
  const store = memoryStore({ now })
  const bytes = files.bytes ?? memoryBytes()
  const attachments = attachmentFiles({ bytes, secret, now, ...files })
  const chat = createChatServer({
    store,
    attachments,
    ids: countedIds(),
    now,
    log: silentLog,
    context: (request) => ({ user: request.headers.get('x-user-id') ?? '' }),
    respond() {},
    ...server,
  })
  return { clock, now, store, bytes, attachments, chat }
}
type Open = ReturnType<typeof open>

async function announce(
  { chat }: Open,
  file = { name: 'a.png', size: png.length, mime_type: 'image/png' },
  who: { headers: Record<string, string> } = ada,
) {
  const { status, body } = await askJson(chat, 'attachments.create', file, who)
  if (status !== 200) throw new Error(JSON.stringify(body))
  const attachment = body as Attachment // the answer of attachments.create
  return { attachment, url: attachment.upload_descriptor?.url ?? '' }
}
const put = ({ chat }: Open, url: string, body: BodyInit, headers: HeadersInit = {}) =>
  chat.fetch(new Request(url, { method: 'PUT', body, headers }))
function formWith(file: File | null, field = 'file') {
  const form = new FormData()
  form.append('purpose', 'test')
  if (file) form.append(field, file)
  return form
}
const post = ({ chat }: Open, url: string, form: FormData, headers: HeadersInit = {}) =>
  chat.fetch(new Request(url, { method: 'POST', body: form, headers }))
const refusal = async (response: Response) => {
  const { error } = await response.json()
  return [response.status, error.code, error.message]
}
const previewOf = (attachment: Attachment) => (attachment.type === 'image' ? attachment.preview_url : '')

test('in two phases: announced, sent as a form, and shown from then on', async () => {
  const given = open()
  const { attachment, url } = await announce(given)
  expect(attachment).toEqual({
    type: 'image',
    id: 'atc_1',
    name: 'a.png',
    mime_type: 'image/png',
    upload_descriptor: {
      url: expect.stringMatching(/^http:\/\/parlor\.test\/chatkit\/files\/[\w.-]+$/),
      method: 'POST',
      headers: {},
    },
    preview_url: expect.stringMatching(/^http:\/\/parlor\.test\/chatkit\/files\/[\w.-]+$/),
  })
  const response = await post(given, url, formWith(new File([png], 'x.png', { type: 'image/png' })))
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
  const { upload_descriptor: _gone, ...stored } = attachment
  expect(await response.json()).toEqual(stored)

  const shown = await given.chat.fetch(new Request(previewOf(attachment)))
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'cache-control': 'private, max-age=600',
    'content-disposition': `inline; filename="a.png"; filename*=UTF-8''a.png`,
    'content-length': '11',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
  })
  const head = await given.chat.fetch(new Request(previewOf(attachment), { method: 'HEAD' }))
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '11', ''])
})

test('the bytes alone are taken as well, and the responder reads them', async () => {
  const seen: unknown[] = []
  const given = open(
    {},
    {
      async respond(turn) {
        for (const attachment of turn.message?.attachments ?? []) {
          const response = await given.attachments.read(attachment, { signal: turn.signal })
          seen.push([attachment.name, response.headers.get('content-type'), await response.text()])
        }
      },
    },
  )
  const { url } = await announce(given, { name: 'note.txt', size: 5, mime_type: 'text/plain;charset=utf-8' })
  expect((await put(given, url, 'hello', { 'content-type': 'text/plain' })).status).toBe(200)
  const events = await ask(given.chat, 'threads.create', message('Read', ['atc_1']), ada)
  expect(events[1]).toMatchObject({
    item: {
      attachments: [{ type: 'file', id: 'atc_1', name: 'note.txt', mime_type: 'text/plain', thread_id: 'thr_1' }],
    },
  })
  expect(JSON.stringify(events)).not.toMatch(/upload_descriptor|stored/)
  expect(seen).toEqual([['note.txt', 'text/plain', 'hello']])
  await expect(given.attachments.read({ id: 'gone', mime_type: 'a/b' })).rejects.toMatchObject({ code: 'not_found' })
})

test('directly: a form from whom the server knows, answered with the attachment', async () => {
  const given = open()
  const url = 'http://parlor.test/chatkit/files'
  const response = await post(
    given,
    url,
    formWith(new File([png], 'C:\\fakepath\\ä "1".png', { type: 'image/png' })),
    ada.headers,
  )
  const attachment = await response.json()
  expect([response.status, attachment]).toEqual([
    200,
    {
      type: 'image',
      id: 'atc_1',
      name: 'ä "1".png',
      mime_type: 'image/png',
      preview_url: expect.stringContaining(`${url}/`),
    },
  ])
  const shown = await given.chat.fetch(new Request(attachment.preview_url))
  expect(shown.headers.get('content-disposition')).toBe(
    `inline; filename="_ _1_.png"; filename*=UTF-8''%C3%A4%20%221%22.png`,
  )
  expect((await ask(given.chat, 'threads.create', message('See', ['atc_1']), ada))[1]).toMatchObject({
    item: { attachments: [{ id: 'atc_1', thread_id: 'thr_1' }] },
  })
})

test('directly, what is refused leaves nothing behind', async () => {
  const given = open({ maxBytes: 100, accept: ['image/*'] })
  const url = 'http://parlor.test/chatkit/files'
  const send = async (form: FormData, who = ada) => refusal(await post(given, url, form, who.headers))
  const large = new File([png, new Uint8Array(200)], 'a.png', { type: 'image/png' })
  expect(await send(formWith(large))).toEqual([413, 'too_large', 'The file has more than 100 bytes'])
  expect(await send(formWith(new File(['a'], 'a.txt', { type: 'text/plain' })))).toEqual([
    400,
    'invalid_request',
    'Files of type text/plain are not taken',
  ])
  expect(await send(formWith(new File([], 'a.png', { type: 'image/png' })))).toEqual([
    400,
    'invalid_request',
    'The file is empty',
  ])
  expect(await send(formWith(new File(['<svg>'], 'a.png', { type: 'image/png' })))).toEqual([
    400,
    'invalid_request',
    'The bytes are not an image, though image/png was told',
  ])
  expect(await send(formWith(null))).toEqual([400, 'invalid_request', 'The form has no field `file`'])
  expect(
    (await send(formWith(new File([png], 'a.png', { type: 'image/png' })), { headers: { 'x-user-id': '' } }))[0],
  ).toBe(401)
  const json = await given.chat.fetch(new Request(url, { method: 'POST', body: '{"type":"threads.list"}', ...ada }))
  expect(await refusal(json)).toEqual([400, 'invalid_request', 'The body is not a form'])
  for (const id of ['atc_1', 'atc_2', 'atc_3', 'atc_4']) {
    expect(await given.store.loadAttachment({ user: 'ada' }, id)).toBeNull()
    expect(await given.bytes.look(id)).toBeNull()
  }
})

test('announcing what is too large, empty or of another type is refused', async () => {
  const given = open({ maxBytes: 100, accept: { 'image/*': ['.png', '.jpg'], 'text/markdown': ['.md'] } })
  const told = async (name: string, mime_type: string, size = 1) =>
    (await askJson(given.chat, 'attachments.create', { name, size, mime_type }, ada)).status
  expect(await told('a.png', 'image/png')).toBe(200)
  expect(await told('a.md', 'application/octet-stream')).toBe(200) // browsers know no type for it
  expect(await told('a.png', 'image/png', 101)).toBe(413)
  expect(await told('a.png', 'image/png', 0)).toBe(400)
  expect(await told('a.gif', 'image/gif')).toBe(400)
  expect(await told('a.png', 'text/html')).toBe(400)
  expect(await told('a.png', 'image/png\r\nx: y')).toBe(400)
})

test('bytes that are not what was announced are refused, and another try may follow', async () => {
  const given = open({ maxBytes: 1000 })
  const { url } = await announce(given)
  expect(await refusal(await put(given, url, new Uint8Array(12)))).toEqual([
    413,
    'too_large',
    '11 bytes were announced, and more came',
  ])
  expect(await refusal(await put(given, url, png.slice(0, 9)))).toEqual([
    400,
    'invalid_request',
    '11 bytes were announced, 9 came',
  ])
  expect(await refusal(await put(given, url, new Uint8Array(11)))).toEqual([
    400,
    'invalid_request',
    'The bytes are not an image, though image/png was told',
  ])
  expect(await refusal(await put(given, url, ''))).toEqual([400, 'invalid_request', 'The file is empty'])
  expect(await refusal(await put(given, url, new Uint8Array(2000)))).toEqual([
    413,
    'too_large',
    'The file has more than 1000 bytes',
  ])
  expect(await refusal(await put(given, url, 'x', { 'content-type': 'multipart/form-data' }))).toEqual([
    400,
    'invalid_request',
    'The form does not tell its boundary',
  ])
  const cut = new ReadableStream({ pull: (controller) => controller.error(new Error('socket hang up')) })
  const request: RequestInit & { duplex: 'half' } = { method: 'PUT', body: cut, duplex: 'half' }
  expect(await refusal(await given.chat.fetch(new Request(url, request)))).toEqual([
    400,
    'invalid_request',
    'The body broke off',
  ])
  expect(await given.bytes.look('atc_1')).toBeNull()
  expect((await put(given, url, png)).status).toBe(200)
})

test('an image is what its bytes say', async () => {
  const given = open({ accept: ['image/png', 'image/jpeg'] })
  const { url } = await announce(given)
  expect(await (await put(given, url, jpeg)).json()).toMatchObject({ name: 'a.png', mime_type: 'image/jpeg' })
  const { url: other } = await announce(given)
  const gif = new TextEncoder().encode('GIF89a12345')
  expect(await refusal(await put(given, other, gif))).toEqual([
    400,
    'invalid_request',
    'Files of type image/gif are not taken',
  ])
})

test('an SVG is a file without a preview: opened on its own it would be a page', async () => {
  const given = open()
  const { attachment } = await announce(given, { name: 'a.svg', size: 5, mime_type: 'image/svg+xml' })
  expect(attachment).toMatchObject({ type: 'file', mime_type: 'image/svg+xml' })
})

test('an address takes one upload, also of several at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parlor-files-'))
  const given = open({ bytes: directoryBytes(folder) })
  const { url } = await announce(given)
  const all = await Promise.all(Array.from({ length: 5 }, () => put(given, url, png)))
  expect(all.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
  expect(await refusal(await put(given, url, png))).toEqual([
    409,
    'conflict',
    'The bytes of this attachment are there already',
  ])
  let read = false
  const pull = () => {
    read = true
  }
  const unread = new ReadableStream({ pull }, { highWaterMark: 0 })
  const request: RequestInit & { duplex: 'half' } = { method: 'PUT', body: unread, duplex: 'half' }
  expect([(await given.chat.fetch(new Request(url, request))).status, read]).toEqual([409, false])
  await rm(folder, { recursive: true })
})

test('an address holds for its file, its purpose and its time alone', async () => {
  const given = open({ expiresMs: 60_000 })
  const { attachment, url } = await announce(given)
  const wrong = [401, 'unauthorized', 'This address was not given by this server']
  expect(await refusal(await put(given, previewOf(attachment), png))).toEqual(wrong)
  expect(await refusal(await given.chat.fetch(new Request(url)))).toEqual(wrong)
  expect(await refusal(await put(given, `${url.slice(0, -3)}AAA`, png))).toEqual(wrong)
  expect(await refusal(await put(given, 'http://parlor.test/chatkit/files/x', png))).toEqual(wrong)
  expect(await refusal(await put(open({ secret: `${secret}!` }), url, png))).toEqual(wrong)
  expect(atob(new URL(url).pathname.split('/').at(-1)?.split('.')[0] ?? '')).not.toContain('ada')
  given.clock.time += 61_000
  expect(await refusal(await put(given, url, png))).toEqual([401, 'unauthorized', 'This address has expired'])
})

test('a secret can be changed while old addresses are out', async () => {
  const bytes = memoryBytes()
  const before = open({ bytes })
  const { url } = await announce(before)
  const files = attachmentFiles({ bytes, secret: [`${secret} new`, secret], now: before.now })
  const after = {
    ...before,
    chat: createChatServer({ store: before.store, attachments: files, respond() {}, log: silentLog }),
  }
  expect((await put(after, url, png)).status).toBe(200)
})

test('a secret that could be guessed, or an address without a path, is misuse', () => {
  expect(() => open({ secret: 'short' })).toThrow(
    expect.objectContaining({ code: 'misuse', at: 'attachmentFiles.secret' }),
  )
  expect(() => open({ secret: [] })).toThrow(expect.objectContaining({ at: 'attachmentFiles.secret' }))
  for (const publicUrl of ['/files', 'https://chat.test'])
    expect(() => open({ publicUrl })).toThrow(expect.objectContaining({ at: 'attachmentFiles.publicUrl' }))
})

test('files may be reached at an address of their own', async () => {
  const given = open({ publicUrl: 'https://chat.test/api/uploads/' })
  const { url } = await announce(given)
  expect(url).toMatch(/^https:\/\/chat\.test\/api\/uploads\/[\w.-]+$/)
  const inside = url.replace('https://chat.test/api', 'http://10.0.0.1:8000') // what a proxy makes of it
  expect((await put(given, inside, png)).status).toBe(200)
})

test('a message is refused while the bytes of its file are missing', async () => {
  const given = open()
  const { url } = await announce(given)
  const sent = await askJson(given.chat, 'threads.create', message('See', ['atc_1']), ada)
  expect(sent).toMatchObject({
    status: 409,
    body: { error: { code: 'conflict', message: 'The bytes of this attachment have not come' } },
  })
  expect((await given.store.listThreads({ user: 'ada' }, { limit: 9, order: 'asc' })).data).toEqual([])
  await put(given, url, png)
  await ask(given.chat, 'threads.create', message('See', ['atc_1']), ada)
})

test('nobody sends or deletes the file of somebody else, and a deleted one is gone for its addresses', async () => {
  const given = open()
  const { attachment, url } = await announce(given)
  const preview = () => given.chat.fetch(new Request(previewOf(attachment)))
  expect((await preview()).status).toBe(404) // nothing came yet
  await put(given, url, png)
  expect((await askJson(given.chat, 'threads.create', message('Mine', ['atc_1']), bob)).status).toBe(404)
  await askJson(given.chat, 'attachments.delete', { attachment_id: 'atc_1' }, bob)
  expect((await preview()).status).toBe(200)
  await askJson(given.chat, 'attachments.delete', { attachment_id: 'atc_1' }, ada)
  expect(await refusal(await preview())).toEqual([404, 'not_found', 'There is no such file'])
  expect(await given.bytes.look('atc_1')).toBeNull()
  expect(await refusal(await put(given, url, png))).toEqual([404, 'not_found', 'There is no such file'])
})

test('a file that is deleted while its bytes come is not kept', async () => {
  const given = open()
  const { url } = await announce(given)
  const deleting = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await askJson(given.chat, 'attachments.delete', { attachment_id: 'atc_1' }, ada)
        controller.enqueue(png)
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const request: RequestInit & { duplex: 'half' } = { method: 'PUT', body: deleting, duplex: 'half' }
  expect((await given.chat.fetch(new Request(url, request))).status).toBe(404)
  expect(await given.bytes.look('atc_1')).toBeNull()
})

test('an upload of which nothing can be saved leaves no bytes', async () => {
  const store = memoryStore()
  const given = open({}, { store })
  const { url } = await announce(given)
  const { saveAttachment } = store
  store.saveAttachment = async () => Promise.reject(new Error('disk full'))
  expect((await put(given, url, png)).status).toBe(500)
  expect(await given.bytes.look('atc_1')).toBeNull()
  store.saveAttachment = saveAttachment
  expect((await put(given, url, png)).status).toBe(200)
})

test('a large upload is never held: what is read and not yet written is one chunk', async () => {
  let pulled = 0
  let written = 0
  let most = 0
  const counting: ByteStore = {
    ...memoryBytes(),
    async write(_key, bytes) {
      for await (const chunk of bytes) {
        written += chunk.byteLength
        most = Math.max(most, pulled - written)
      }
    },
  }
  const given = open({ bytes: counting })
  const size = 50 * 1024 * 1024
  const { url } = await announce(given, { name: 'a.bin', size, mime_type: 'application/x-big' })
  const chunk = new Uint8Array(64 * 1024)
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (pulled === size) return controller.close()
      pulled += chunk.byteLength
      controller.enqueue(chunk)
    },
  })
  const request: RequestInit & { duplex: 'half' } = { method: 'PUT', body, duplex: 'half' }
  expect((await given.chat.fetch(new Request(url, request))).status).toBe(200)
  expect([written, most <= 2 * chunk.byteLength]).toEqual([size, true])
})

test('a page of another origin may send bytes where the server lets it call', async () => {
  const given = open({}, { cors: ['https://app.test'] })
  const { url } = await announce(given)
  const asked = await given.chat.fetch(
    new Request(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.test', 'access-control-request-method': 'PUT' },
    }),
  )
  expect(asked.headers.get('access-control-allow-methods')).toContain('PUT')
  const response = await put(given, url, png, { origin: 'https://app.test' })
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, 'https://app.test'])
})

test('where cookies tell who asks, pages of other sites show files but send none by them', async () => {
  const given = open({}, { cookies: true, cors: ['https://app.test'] })
  const { attachment, url } = await announce(given, undefined, {
    headers: { ...ada.headers, 'content-type': 'application/json' },
  })
  await put(given, url, png)
  const image = { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' } }
  expect((await given.chat.fetch(new Request(previewOf(attachment), image))).status).toBe(200)
  const form = formWith(new File([png], 'a.png', { type: 'image/png' }))
  const direct = (origin: string) => post(given, 'http://parlor.test/chatkit/files', form, { ...ada.headers, origin })
  expect((await direct('https://evil.test')).status).toBe(403)
  expect((await direct('https://app.test')).status).toBe(200)
})

test('other methods and addresses are not for files', async () => {
  const given = open()
  expect((await given.chat.fetch(new Request('http://parlor.test/chatkit/files'))).status).toBe(405)
  expect((await given.chat.fetch(new Request('http://parlor.test/chatkit/files/x', { method: 'DELETE' }))).status).toBe(
    405,
  )
  expect((await given.chat.fetch(new Request('http://parlor.test/chatkit/health'))).status).toBe(200)
})

test('files that nobody sees are removed, those of threads and those just sent stay', async () => {
  const given = open()
  const { store, bytes, now, clock } = given
  const clean = () => cleanAttachments({ store, bytes, now, olderThanMs: hour })
  for (const _ of ['never sent', 'sent', 'in a thread that goes']) await put(given, (await announce(given)).url, png)
  await announce(given) // whose bytes never come
  await ask(given.chat, 'threads.create', message('Stays', ['atc_2']), ada)
  await ask(given.chat, 'threads.create', message('Goes', ['atc_3']), ada)
  expect(await clean()).toBe(0)

  await askJson(given.chat, 'threads.delete', { thread_id: 'thr_2' }, ada)
  expect(await clean()).toBe(1)
  clock.time += 2 * hour
  await put(given, (await announce(given)).url, png)
  expect((await Promise.all([clean(), clean(), clean()])).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(2)
  expect(await clean()).toBe(0)
  const left = await Promise.all(['atc_1', 'atc_2', 'atc_3', 'atc_4', 'atc_5'].map((id) => bytes.look(id)))
  expect(left.map((look) => look !== null)).toEqual([false, true, false, false, true])
  expect(await store.loadAttachment({ user: 'ada' }, 'atc_4')).toBeNull()
})

test('a file that is sent, or cleaned by another, while the cleaning looks at it is left alone', async () => {
  const given = open()
  const { store, bytes, now } = given
  for (const _ of ['sent', 'cleaned']) await put(given, (await announce(given)).url, png)
  given.clock.time += 48 * hour
  const { listOrphans } = store.upkeep
  const late = {
    ...store,
    upkeep: {
      ...store.upkeep,
      async listOrphans(before: Date, limit: number) {
        const orphans = await listOrphans(before, limit)
        if (orphans.length === 2) {
          await ask(given.chat, 'threads.create', message('Sent after all', ['atc_1']), ada)
          await askJson(given.chat, 'attachments.delete', { attachment_id: 'atc_2' }, ada)
        }
        return orphans
      },
    },
  }
  expect(await cleanAttachments({ store: late, bytes, now })).toBe(0)
  expect((await bytes.look('atc_1'))?.size).toBe(png.length)
})

test('a preview goes with its thread, before anything is cleaned', async () => {
  const given = open()
  const { attachment, url } = await announce(given)
  await put(given, url, png)
  await ask(given.chat, 'threads.create', message('Goes', ['atc_1']), ada)
  expect((await given.chat.fetch(new Request(previewOf(attachment)))).status).toBe(200)
  await askJson(given.chat, 'threads.delete', { thread_id: 'thr_1' }, ada)
  expect((await given.chat.fetch(new Request(previewOf(attachment)))).status).toBe(404)
})

test('one file that cannot be removed does not keep the others', async () => {
  const given = open()
  const { store, bytes, now } = given
  for (let at = 0; at < 250; at++) await announce(given)
  given.clock.time += 48 * hour
  const broken = {
    async delete(key: string) {
      if (key === 'atc_7') throw new Error('the bucket is away')
      await bytes.delete(key)
    },
  }
  await expect(cleanAttachments({ store, bytes: broken, now })).rejects.toThrow('the bucket is away')
  expect((await store.upkeep.listOrphans(now(), 300)).map(({ attachment }) => attachment.id)).toEqual(['atc_7'])
  expect(await cleanAttachments({ store, bytes, now })).toBe(1)
  await expect(cleanAttachments({ store, bytes, now, signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  })
})

let bucket: Awaited<ReturnType<typeof openBucketServer>>
beforeAll(async () => {
  bucket = await openBucketServer({ now: () => new Date(start) })
})
afterAll(() => bucket.close())
function openOnBucket(options: Partial<AttachmentFilesOptions> = {}) {
  bucket.objects.clear()
  const now = () => new Date(start)
  const bytes = bucketBytes({ endpoint: bucket.endpoint, bucket: 'chat', region: 'auto', ...bucketKeys, now })
  return open({ bytes, ...options })
}

test('with a bucket, bytes go straight there and are looked at when a message names them', async () => {
  const given = openOnBucket()
  const { attachment } = await announce(given)
  const { url, method, headers } = attachment.upload_descriptor ?? { url: '', method: '', headers: {} }
  expect([url.startsWith(`${bucket.endpoint}/chat/incoming/atc_1?`), method]).toEqual([true, 'PUT'])
  expect((await askJson(given.chat, 'threads.create', message('See', ['atc_1']), ada)).status).toBe(409)

  expect((await fetch(url, { method, headers, body: png })).status).toBe(200)
  const preview = await given.chat.fetch(new Request(previewOf(attachment)))
  expect([preview.status, preview.headers.get('cache-control')]).toEqual([302, 'private, max-age=300'])
  const shown = await fetch(preview.headers.get('location') ?? '')
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png)
  expect(shown.headers.get('content-type')).toBe('image/png')

  const [, sent] = await ask(given.chat, 'threads.create', message('See', ['atc_1']), ada)
  const { upload_descriptor: _gone, ...stored } = attachment
  expect(sent).toMatchObject({ item: { attachments: [{ ...stored, thread_id: 'thr_2' }] } })
  expect(JSON.stringify(sent)).not.toContain('upload_descriptor')
  expect(new Uint8Array(await (await given.attachments.read(stored)).arrayBuffer())).toEqual(png)
  await askJson(given.chat, 'attachments.delete', { attachment_id: 'atc_1' }, ada)
  expect([...bucket.objects.keys()]).toEqual([])
})

test('what came to a bucket and is no image is removed, and its message refused', async () => {
  const given = openOnBucket()
  const { attachment, url } = await announce(given)
  await fetch(url, { method: 'PUT', headers: { 'Content-Type': 'image/png' }, body: '<svg>123456' })
  expect((await given.chat.fetch(new Request(previewOf(attachment)))).status).toBe(404)
  expect([...bucket.objects.keys()]).toEqual([])
  await fetch(url, { method: 'PUT', headers: { 'Content-Type': 'image/png' }, body: '<svg>123456' })
  expect(await askJson(given.chat, 'threads.create', message('See', ['atc_1']), ada)).toMatchObject({ status: 400 })
})

test('directly, bytes go through the server into the bucket', async () => {
  const given = openOnBucket()
  const file = new File([png], 'a.png', { type: 'image/png' })
  expect((await post(given, 'http://parlor.test/chatkit/files', formWith(file), ada.headers)).status).toBe(200)
  expect([...bucket.objects.keys()]).toEqual(['/chat/files/atc_1'])
})

test('in a folder, an upload that is refused leaves no file, and one that is cleaned neither', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parlor-files-'))
  const given = open({ bytes: directoryBytes(folder) })
  const { url } = await announce(given)
  await put(given, url, new Uint8Array(11))
  expect([await readdir(join(folder, 'files')), await readdir(join(folder, 'incoming'))]).toEqual([[], []])
  await put(given, url, png)
  expect(await readdir(join(folder, 'files'))).toEqual(['atc_1'])
  given.clock.time += 48 * hour
  expect(await cleanAttachments({ store: given.store, bytes: given.bytes, now: given.now })).toBe(1)
  expect(await readdir(join(folder, 'files'))).toEqual([])
  await rm(folder, { recursive: true })
})

test('the client brings a file both ways, to memory and to a bucket', async () => {
  const file = new File([png], 'a.png', { type: 'image/png' })
  for (const given of [open(), openOnBucket()]) {
    const through: Fetch = (input, init) => {
      const request = new Request(input, init)
      return request.url.startsWith('http://parlor.test') ? given.chat.fetch(request) : fetch(request)
    }
    const client = createClient({ url: 'http://parlor.test/chatkit', fetch: through, ...ada })
    const own = { type: 'image', name: 'a.png', mime_type: 'image/png', preview_url: expect.any(String) }
    expect(await client.upload(file)).toEqual({ ...own, id: 'atc_1' })
    const direct = { type: 'direct', uploadUrl: 'http://parlor.test/chatkit/files' } as const
    expect(await client.upload(file, direct)).toEqual({ ...own, id: 'atc_2' })
    const [, sent] = await ask(given.chat, 'threads.create', message('See', ['atc_1', 'atc_2']), ada)
    expect(sent).toMatchObject({ item: { attachments: [{ id: 'atc_1' }, { id: 'atc_2' }] } })
  }
})

test('behind node:http, a large file comes through, one that is too large is answered, and who leaves leaves nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parlor-files-'))
  const log = keptLog()
  const given = open({ bytes: directoryBytes(folder), maxBytes: 8_000_000 }, { log })
  const web = createServer(toNodeHandler(given.chat.fetch))
  await new Promise<void>((resolve) => void web.listen(0, '127.0.0.1', resolve))
  const { port } = web.address() as AddressInfo // listening on a port, not on a pipe
  const here = (url: string) => url.replace('http://parlor.test', `http://127.0.0.1:${port}`)
  const large = new File([new Uint8Array(8_000_000).fill(13)], 'a.bin')

  const { url } = await announce(given, { name: 'a.bin', size: large.size, mime_type: 'application/zip' })
  expect((await fetch(here(url), { method: 'POST', body: formWith(large) })).status).toBe(200)
  expect((await given.bytes.look('atc_1'))?.size).toBe(8_000_000)

  const { url: small } = await announce(given, { name: 'a.bin', size: 10, mime_type: 'application/zip' })
  expect((await fetch(here(small), { method: 'PUT', body: large })).status).toBe(413)

  const leaving = new AbortController()
  const stalled = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(new Uint8Array(5)) })
  const request: RequestInit & { duplex: 'half' } = {
    method: 'PUT',
    body: stalled,
    duplex: 'half',
    signal: leaving.signal,
  }
  const sending = fetch(here(small), request)
  const incoming = join(folder, 'incoming')
  await expect.poll(async () => (await readdir(incoming)).length).toBe(1)
  leaving.abort()
  await expect(sending).rejects.toThrow()
  await expect.poll(async () => (await readdir(incoming)).length).toBe(0)
  expect(await readdir(join(folder, 'files'))).toEqual(['atc_1'])
  await expect.poll(() => log.lines.at(-1)?.error).toMatchObject({ code: 'aborted' })
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  await new Promise<void>((resolve) => void web.close(() => resolve()).closeAllConnections())
  await rm(folder, { recursive: true })
})
