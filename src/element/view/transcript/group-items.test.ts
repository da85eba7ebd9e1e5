import { expect, test } from 'vitest'
import type { ThreadItem } from '../../../protocol/index.ts'
import { inGroups, sameRows, toRows } from './group-items.ts'

const base = { thread_id: 't', created_at: '2026-01-01T00:00:00Z' }
const user = (id: string): ThreadItem => ({
  type: 'user_message',
  id,
  ...base,
  content: [],
  attachments: [],
  inference_options: {},
})
const assistant = (id: string): ThreadItem => ({ type: 'assistant_message', id, ...base, content: [] })
const call = (id: string): ThreadItem => ({
  type: 'client_tool_call',
  id,
  ...base,
  status: 'pending',
  call_id: 'c',
  name: 'n',
  arguments: {},
  output: null,
})
const questions = (id: string, status: 'pending' | 'answered'): ThreadItem => ({
  type: 'structured_input',
  id,
  ...base,
  status,
  inputs: [],
})
const ends = (items: ThreadItem[], running = false) =>
  toRows(items, running).map(({ item, end }) => (end === 'none' ? item.id : `${item.id}.`))

test('a response ends before the next message of the person, and at the end of the thread', () => {
  expect(ends([user('u1'), assistant('a1'), assistant('a2'), user('u2'), assistant('a3')])).toEqual([
    'u1',
    'a1',
    'a2.',
    'u2',
    'a3.',
  ])
})

test('the last response has no end while it runs', () => {
  expect(ends([user('u1'), assistant('a1')], true)).toEqual(['u1', 'a1'])
})

test('there is something to copy where the response has a text', () => {
  const workflow = (id: string): ThreadItem => ({
    type: 'workflow',
    id,
    ...base,
    workflow: { type: 'reasoning', tasks: [], expanded: false },
  })
  const rows = toRows([user('u1'), workflow('w1'), user('u2'), assistant('a1'), workflow('w2')], false)
  expect(rows.map(({ end }) => end)).toEqual(['none', 'actions', 'none', 'none', 'copy'])
})

test('tool calls and open questions are not shown, answered ones are', () => {
  expect(
    ends([user('u1'), assistant('a1'), call('c1'), questions('q1', 'answered'), questions('q2', 'pending')]),
  ).toEqual(['u1', 'a1', 'q1.'])
})

const many = (count: number, name = 'a') => Array.from({ length: count }, (_, index) => assistant(`${name}${index}`))
const shape = (items: ThreadItem[], anchor: string | null) =>
  inGroups(toRows(items, true), anchor).map(({ key, rows }) => [key, rows[0]?.item.id, rows.length])

test('new rows at the end change only the last group', () => {
  expect(shape(many(23), 'a0')).toEqual([
    [0, 'a0', 10],
    [1, 'a10', 10],
    [2, 'a20', 3],
  ])
})

test('older rows at the beginning get groups of their own and leave the others as they are', () => {
  expect(shape([...many(12, 'older'), ...many(23)], 'a0')).toEqual([
    [-2, 'older0', 2],
    [-1, 'older2', 10],
    [0, 'a0', 10],
    [1, 'a10', 10],
    [2, 'a20', 3],
  ])
})

test('when the row counted from is gone, counting begins at the first', () => {
  expect(shape(many(3), 'gone')).toEqual([[0, 'a0', 3]])
  expect(shape(many(3), null)).toEqual([[0, 'a0', 3]])
})

test('a changed item or a new end makes rows different', () => {
  const [first, second] = [assistant('a1'), assistant('a2')]
  const rows = toRows([first, second], true)
  expect(sameRows(rows, toRows([first, second], true))).toBe(true)
  expect(sameRows(rows, toRows([first, { ...second }], true))).toBe(false)
  expect(sameRows(rows, toRows([first, second], false))).toBe(false)
})
