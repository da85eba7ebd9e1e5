import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UserContent } from '../../../protocol/index.ts'
import { draftText, editDraft, insertTag } from './draft.ts'

const text = (value: string): UserContent => ({ type: 'input_text', text: value })
const bob: UserContent = { type: 'input_tag', id: 'p1', text: 'Bob', data: {}, interactive: false }

test('typing adds to the text around a tag', () => {
  expect(editDraft([text('Hi '), bob], 'Hi @Bob!', 8)).toEqual([text('Hi '), bob, text('!')])
  expect(editDraft([text('Hi '), bob], 'Hi, @Bob', 3)).toEqual([text('Hi, '), bob])
  expect(editDraft([], 'H', 1)).toEqual([text('H')])
})

test('one Backspace at its end removes a tag as a whole', () => {
  expect(editDraft([text('Hi '), bob, text(' there')], 'Hi @Bo there', 6)).toEqual([text('Hi  there')])
})

test('typing inside a tag breaks it up into nothing but what was typed', () => {
  expect(editDraft([bob], '@Boxb', 4)).toEqual([text('x')])
})

test('the caret tells which of two equal letters went', () => {
  expect(editDraft([bob, text('b')], '@Bob', 3)).toEqual([text('b')])
  expect(editDraft([bob, text('b')], '@Bob', 4)).toEqual([bob])
})

test('replacing everything, as a paste over a selection does, leaves only the new text', () => {
  expect(editDraft([text('Hi '), bob], 'Bye', 3)).toEqual([text('Bye')])
  expect(editDraft([text('Hi '), bob], '', 0)).toEqual([])
})

test('without tags an edit gives exactly the new text, wherever the caret is said to be', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (before, after, at) => {
      expect(draftText(editDraft([text(before)], after, at % (after.length + 1)))).toBe(after)
    }),
  )
})

test('a picked entity takes the place of what was typed after @', () => {
  const entity = { id: 'p1', title: 'Bob', group: 'People', data: { role: 'builder' }, interactive: true }
  expect(insertTag([text('Ask @bo now')], 4, 7, entity)).toEqual({
    content: [
      text('Ask '),
      { type: 'input_tag', id: 'p1', text: 'Bob', group: 'People', data: { role: 'builder' }, interactive: true },
      text('  now'),
    ],
    caret: 9,
  })
})
