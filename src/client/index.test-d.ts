import { expectTypeOf, test } from 'vitest'
import type { Page, Thread, ThreadItem, ThreadStreamEvent } from '../protocol/index.ts'
import { createClient, withHeaders } from './index.ts'

const client = createClient({ url: '/chatkit' })

test('each request type has its params and its answer', () => {
  expectTypeOf(client.request('threads.get_by_id', { thread_id: 't' })).resolves.toEqualTypeOf<Thread>()
  expectTypeOf(client.request('items.list', { thread_id: 't', order: 'desc' })).resolves.toEqualTypeOf<
    Page<ThreadItem>
  >()
  expectTypeOf(client.stream('threads.retry_after_item', { thread_id: 't', item_id: 'i' })).toEqualTypeOf<
    AsyncGenerator<ThreadStreamEvent, void, undefined>
  >()
  // @ts-expect-error a param is missing
  client.request('threads.get_by_id', {})
  // @ts-expect-error a streaming request has no JSON answer
  client.request('threads.create', {})
  // @ts-expect-error a JSON request has no events
  client.stream('threads.list', {})
})

test('a fetch with headers fits where the platform and ChatKit ask for a fetch', () => {
  expectTypeOf(withHeaders(fetch, { a: '1' })).toExtend<typeof fetch>()
  createClient({ url: '/chatkit', fetch, headers: async () => ({ a: undefined }) })
  // @ts-expect-error a secret is a string
  createClient({ url: '/chatkit', secret: async () => null })
})
