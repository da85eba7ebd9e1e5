import { expect, test } from 'vitest'
import { dropNulls, wireJson } from './index.ts'

const written = (value: unknown) => JSON.parse(wireJson(value))

test('null fields of models are left out', () => {
  expect(written({ id: 'thr_1', title: null, status: { type: 'locked', reason: null } })).toEqual({
    id: 'thr_1',
    status: { type: 'locked' },
  })
})

test('nulls inside arguments, output and data are the host’s own and stay', () => {
  expect(written({ type: 'client_tool_call', arguments: { a: null }, output: { ok: null } })).toEqual({
    type: 'client_tool_call',
    arguments: { a: null },
    output: { ok: null },
  })
  expect(written({ type: 'client_effect', data: { state: null } })).toEqual({
    type: 'client_effect',
    data: { state: null },
  })
})

test('the rows of a page are models, and an output of null is no output', () => {
  const row = { type: 'client_tool_call', title: null, output: null, arguments: { a: null } }
  expect(written({ data: [row], after: null })).toEqual({
    data: [{ type: 'client_tool_call', arguments: { a: null } }],
  })
})

test('a result of null is a result', () => {
  expect(written({ type: 'threads.add_client_tool_output', params: { result: null } })).toEqual({
    type: 'threads.add_client_tool_output',
    params: { result: null },
  })
})

test('nulls inside a widget go, payloads and lists included', () => {
  const widget = {
    type: 'Card',
    children: [null, { type: 'Button', label: 'Go', onClickAction: { type: 'go', payload: { x: null, y: 1 } } }],
    background: null,
  }
  expect(written({ type: 'widget', widget })).toEqual({
    type: 'widget',
    widget: {
      type: 'Card',
      children: [{ type: 'Button', label: 'Go', onClickAction: { type: 'go', payload: { y: 1 } } }],
    },
  })
})

test('dropNulls leaves other values as they are', () => {
  expect(dropNulls({ a: 0, b: '', c: false, d: undefined, e: [null, 1] })).toEqual({ a: 0, b: '', c: false, e: [1] })
})
