import { expect, test } from 'vitest'
import type { ThreadItem } from '../../../protocol/index.ts'
import { responseText } from './response-text.ts'

const base = { thread_id: 't', created_at: '2026-01-01T00:00:00Z' }
const said = (id: string, ...texts: string[]): ThreadItem => ({
  type: 'assistant_message',
  id,
  ...base,
  content: texts.map((text) => ({ type: 'output_text', text, annotations: [] })),
})
const widget = (id: string, copyText?: string): ThreadItem => ({
  type: 'widget',
  id,
  ...base,
  widget: { type: 'Card', children: [] },
  ...(copyText === undefined ? {} : { copy_text: copyText }),
})

test('copies texts and what widgets say of themselves, with an empty line between', () => {
  expect(responseText([said('a', 'Here it is.\n', ' '), widget('w', 'Paris: right'), said('b', 'Well done.')])).toBe(
    'Here it is.\n\nParis: right\n\nWell done.',
  )
})

test('a widget without a text of its own has nothing to copy', () => {
  expect(responseText([widget('w')])).toBe('')
})
