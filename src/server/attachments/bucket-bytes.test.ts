import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BucketOptions, bucketBytes } from './bucket-bytes.ts'
import { bucketKeys, openBucketServer } from './testing/bucket-server.ts'
import { bytesOf, testBytes, textOf } from './testing/byte-store-contract.ts'

let time = Date.parse('2026-01-02T03:04:05Z')
const now = () => new Date(time)
let server: Awaited<ReturnType<typeof openBucketServer>>
beforeAll(async () => {
  server = await openBucketServer({ now })
})
afterAll(() => server.close())
beforeEach(() => {
  server.objects.clear()
  server.asked.length = 0
})

const open = (options: Partial<BucketOptions> = {}) =>
  bucketBytes({ endpoint: server.endpoint, bucket: 'chat', region: 'eu-central-1', ...bucketKeys, now, ...options })

/** The addresses of a bucket, which it always has. */
function signedOf(store: ReturnType<typeof bucketBytes>) {
  if (!store.signed) throw new Error('A bucket has signed addresses')
  return store.signed
}

testBytes(async () => {
  server.objects.clear()
  return open()
})

test('a browser sends to a presigned address exactly the bytes that were announced', async () => {
  const store = open({ prefix: 'a b/' })
  const { url, method, headers } = await signedOf(store).upload('atc_1', { mimeType: 'image/png', size: 3 }, 60_000)
  expect([method, headers]).toEqual(['PUT', { 'Content-Type': 'image/png' }])
  expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host')

  expect((await fetch(url, { method, headers, body: 'long' })).status).toBe(403)
  expect((await fetch(url, { method, headers: { 'Content-Type': 'text/html' }, body: 'abc' })).status).toBe(403)
  expect((await fetch(url.replace('atc_1', 'atc_2'), { method, headers, body: 'abc' })).status).toBe(403)
  expect((await fetch(url, { method, headers, body: 'abc' })).status).toBe(200)
  expect([...server.objects.keys()]).toEqual(['/chat/a b/incoming/atc_1'])

  time += 61_000
  expect((await fetch(url, { method, headers, body: 'abc' })).status).toBe(403)
})

test('what came counts once it is taken, and is out of the reach of its address from then on', async () => {
  const store = open()
  const { url, method, headers } = await signedOf(store).upload('atc_1', { mimeType: 'text/plain', size: 3 }, 60_000)
  await signedOf(store).take('atc_1') // nothing came yet
  expect(await store.look('atc_1')).toBeNull()
  await fetch(url, { method, headers, body: 'abc' })
  expect(await store.look('atc_1')).toBeNull()
  await signedOf(store).take('atc_1')
  expect([...server.objects.keys()]).toEqual(['/chat/files/atc_1'])

  await fetch(url, { method, headers, body: 'xyz' })
  expect(await textOf(await store.read('atc_1'))).toBe('abc')
  await store.delete('atc_1')
  expect([...server.objects.keys()]).toEqual([])
})

test('a link tells how its bytes are to be served, and ends', async () => {
  const store = open()
  await store.write('atc_1', bytesOf('abc'))
  const headers = { contentType: 'image/png', contentDisposition: `inline; filename="a'b (1).png"` }
  const url = await signedOf(store).link('atc_1', headers, 60_000)
  const response = await fetch(url)
  expect([response.status, await response.text()]).toEqual([200, 'abc'])
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(response.headers.get('content-disposition')).toBe(`inline; filename="a'b (1).png"`)
  expect((await fetch(url.replace('image%2Fpng', 'text%2Fhtml'))).status).toBe(403)
  time += 61_000
  expect((await fetch(url)).status).toBe(403)
})

test('an empty object has a size and no first bytes', async () => {
  const store = open()
  server.objects.set('/chat/files/atc_1', { type: '', bytes: Buffer.alloc(0) })
  expect(await store.look('atc_1')).toEqual({ size: 0, head: new Uint8Array() })
})

test('what goes through the server is held to what its memory bears', async () => {
  await expect(open({ maxDirectBytes: 10 }).write('atc_1', bytesOf('x'.repeat(11)))).rejects.toMatchObject({
    code: 'too_large',
  })
  expect(server.asked).toEqual([])
})

test('a bucket that refuses, fails or does not answer is an error that says where to look', async () => {
  const wrong = open({ secretAccessKey: 'wrong' })
  const refused = { code: 'http_error', problem: 'The bucket answered 403' }
  await expect(wrong.write('atc_1', bytesOf('abc'))).rejects.toMatchObject(refused)
  await expect(wrong.read('atc_1')).rejects.toMatchObject(refused)
  await expect(wrong.look('atc_1')).rejects.toMatchObject(refused)
  await expect(wrong.delete('atc_1')).rejects.toMatchObject(refused)
  await expect(signedOf(wrong).take('atc_1')).rejects.toMatchObject(refused)

  const copyFails = open({ fetch: async () => new Response('<?xml?><Error><Code>InternalError</Code></Error>') })
  await expect(signedOf(copyFails).take('atc_1')).rejects.toMatchObject({ code: 'http_error' })
  const silent = open({ fetch: async () => Promise.reject(new TypeError('fetch failed')) })
  await expect(silent.read('atc_1')).rejects.toMatchObject({ code: 'http_error', problem: 'No answer from the bucket' })
})

test('who gives up stops the request', async () => {
  const gone = AbortSignal.abort(new DOMException('gone', 'AbortError'))
  await expect(open().read('atc_1', { signal: gone })).rejects.toMatchObject({ name: 'AbortError' })
})

test('a bucket may be named in the host', async () => {
  const store = open({ endpoint: 'https://s3.eu-central-1.amazonaws.com/', style: 'host' })
  const { url } = await signedOf(store).upload('atc_1', { mimeType: 'image/png', size: 3 }, 60_000)
  expect(url).toMatch(/^https:\/\/chat\.s3\.eu-central-1\.amazonaws\.com\/incoming\/atc_1\?X-Amz-Expires=60&/)
})

test('an endpoint that is no address is misuse', () => {
  expect(() => open({ endpoint: 's3.example' })).toThrow(expect.objectContaining({ at: 'bucketBytes.endpoint' }))
})
