import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'
import { sseText } from './sse-text.ts'

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
      expect(sseText(events)).toBe(events.map(sseEncode).join(''))
    }),
  )
})
