import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'
import { SseBatch } from './sse-batch.ts'

test('each event is what it is alone, whatever stands before it', () => {
  const delta = fc.record({
    type: fc.constant('assistant_message.content_part.text_delta' as const),
    content_index: fc.integer({ min: 0, max: 2 }),
    delta: fc.string({ unit: 'binary' }),
  })
  const updated = fc.record({
    type: fc.constant('thread.item.updated' as const),
    item_id: fc.constantFrom('msg_1', 'msg_2', '"\n\u2028'),
    update: delta,
  })
  const progress = fc.record({ type: fc.constant('progress_update' as const), text: fc.string() })
  fc.assert(
    fc.property(fc.array(fc.oneof(updated, progress)), (events: ThreadStreamEvent[]) => {
      const batch = new SseBatch()
      for (const event of events) batch.add(event)
      expect(batch.take()).toBe(events.map(sseEncode).join(''))
      expect([batch.isEmpty(), batch.take()]).toEqual([true, ''])
    }),
  )
})

test('a chunk is full with many events, or with long ones', () => {
  const batch = new SseBatch()
  const progress = (length: number) => batch.add({ type: 'progress_update', text: 'x'.repeat(length) })
  for (let count = 0; count < 255; count++) progress(1)
  expect(batch.isFull()).toBe(false)
  progress(1)
  expect(batch.isFull()).toBe(true)
  batch.take()
  progress(60_000)
  expect(batch.isFull()).toBe(false)
  progress(6000)
  expect(batch.isFull()).toBe(true)
})
