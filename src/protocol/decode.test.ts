import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeEvent, decodeItem } from './index.ts'

test('an event is read with its defaults filled in', () => {
  expect(decodeEvent({ type: 'client_effect', name: 'wave' })).toEqual({
    event: { type: 'client_effect', name: 'wave', data: {} },
  })
  expect(decodeEvent({ type: 'error', code: 'stream.error' })).toEqual({
    event: { type: 'error', code: 'stream.error', allow_retry: false },
  })
})

test('servers that write null for what is absent are understood', () => {
  const item = { id: 'w1', thread_id: 't1', created_at: '2026-01-02T03:04:05Z', type: 'widget', copy_text: null }
  const widget = { type: 'Card', children: null, status: null }
  expect(decodeEvent({ type: 'thread.item.done', item: { ...item, widget } })).toMatchObject({
    event: { type: 'thread.item.done', item: { id: 'w1', widget } },
  })
  expect(decodeItem({ ...item, type: 'generated_image', image: null })).toMatchObject({
    item: { type: 'generated_image' },
  })
  expect(
    decodeItem({ ...item, type: 'client_tool_call', call_id: 'c', name: 'n', arguments: {}, status: null }),
  ).toMatchObject({
    item: { status: 'pending' },
  })
})

test('what is not an event says what was wrong with it, and where', () => {
  expect(decodeEvent({ type: 'thread.item.removed' })).toMatchObject({
    problem: { code: 'invalid_event', at: 'thread.item.removed.item_id' },
  })
  expect(decodeEvent({ type: 'thread.item.sparkled' })).toMatchObject({ problem: { code: 'invalid_event' } })
})

test('a widget whose type only pretends to be a text is refused, not called', () => {
  const item = { id: 'w', thread_id: 't', created_at: '', type: 'widget', widget: { type: { toString: 0 } } }
  expect(decodeItem(item)).toMatchObject({ problem: { at: 'widget.widget' } })
})

test('no JSON value makes the decoder throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect('problem' in decodeEvent(value)).toBe(true)
    }),
  )
})
