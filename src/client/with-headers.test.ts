import { expect, test, vi } from 'vitest'
import { type Fetch, withHeaders } from './index.ts'

const spy = () => vi.fn<Fetch>(async () => new Response('{}'))
const sent = (fetch: ReturnType<typeof spy>) => Object.fromEntries(new Headers(fetch.mock.lastCall?.[1]?.headers))

test.each([
  ['a record', { 'X-User-Id': 'u1' }],
  ['pairs', [['X-User-Id', 'u1']] satisfies HeadersInit],
  ['Headers', new Headers({ 'X-User-Id': 'u1' })],
  ['a promise', Promise.resolve({ 'X-User-Id': 'u1' })],
  ['a function', () => ({ 'X-User-Id': 'u1' })],
  ['an async function', async () => new Headers({ 'X-User-Id': 'u1' })],
  ['a record with something undefined', { 'X-User-Id': 'u1', 'X-User-Email': undefined }],
])('headers may be %s, and join those of the request', async (_, headers) => {
  const fetch = spy()
  await withHeaders(fetch, headers)('/chatkit', { method: 'POST', headers: { 'Content-Type': 'application/json' } })
  expect(sent(fetch)).toEqual({ 'content-type': 'application/json', 'x-user-id': 'u1' })
})

test('a header of the request itself is never replaced', async () => {
  const fetch = spy()
  const signal = new AbortController().signal
  await withHeaders(fetch, { 'content-type': 'text/plain', a: '1' })('/chatkit', {
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
    signal,
  })
  expect(sent(fetch)).toEqual({ 'content-type': 'application/json', a: '1' })
  expect(fetch.mock.lastCall?.[1]).toMatchObject({ body: '{}', signal })
})

test('the headers of a Request are kept', async () => {
  const fetch = spy()
  await withHeaders(fetch, { a: '1' })(new Request('http://localhost/chatkit', { headers: { b: '2' } }))
  expect(sent(fetch)).toEqual({ a: '1', b: '2' })
})

test('a function is asked before each request', async () => {
  const fetch = spy()
  let user = 'u1'
  const send = withHeaders(fetch, () => ({ 'X-User-Id': user }))
  await send('/chatkit')
  user = 'u2'
  await send('/chatkit')
  expect(sent(fetch)).toEqual({ 'x-user-id': 'u2' })
})

test('headers that cannot be had, or cannot be sent, are named', async () => {
  const send = (headers: Parameters<typeof withHeaders>[1]) => withHeaders(spy(), headers)('/chatkit')
  const cause = new Error('signed out')
  await expect(send(() => Promise.reject(cause))).rejects.toMatchObject({ code: 'invalid_input', at: 'headers', cause })
  await expect(send({ 'X-User-Name': 'Zoë Łuczak' })).rejects.toMatchObject({
    code: 'invalid_input',
    at: 'headers.X-User-Name',
  })
})
