import { expect, test } from 'vitest'
import type { Annotation, ItemUpdate, ThreadItem } from '../protocol/index.ts'
import { applyUpdate } from './index.ts'

const base = { id: 'm1', thread_id: 'thr_1', created_at: '2026-01-02T03:04:05Z' }
const message = (...texts: string[]): ThreadItem => ({
  type: 'assistant_message',
  ...base,
  content: texts.map((text) => ({ type: 'output_text', text, annotations: [] })),
})
const source = (title: string): Annotation => ({
  type: 'annotation',
  source: { type: 'url', title, url: 'https://a.example' },
})

test('a text delta is appended to its part', () => {
  expect(
    applyUpdate(message('Hel'), { type: 'assistant_message.content_part.text_delta', content_index: 0, delta: 'lo' }),
  ).toEqual(message('Hello'))
})

test('a part further on is reached by filling up with empty ones', () => {
  expect(
    applyUpdate(message(), { type: 'assistant_message.content_part.text_delta', content_index: 2, delta: 'x' }),
  ).toEqual(message('', '', 'x'))
})

test('an index far beyond the end is not followed', () => {
  const item = message('a')
  expect(applyUpdate(item, { type: 'assistant_message.content_part.text_delta', content_index: 1e9, delta: 'x' })).toBe(
    item,
  )
})

test('an annotation goes where its index says, or to the end', () => {
  const updates: ItemUpdate[] = [
    {
      type: 'assistant_message.content_part.annotation_added',
      content_index: 0,
      annotation_index: 7,
      annotation: source('B'),
    },
    {
      type: 'assistant_message.content_part.annotation_added',
      content_index: 0,
      annotation_index: 0,
      annotation: source('A'),
    },
  ]
  expect(updates.reduce(applyUpdate, message('a'))).toEqual({
    ...message(),
    content: [{ type: 'output_text', text: 'a', annotations: [source('A'), source('B')] }],
  })
})

test('a part that ends without annotations keeps those that came before, and one with annotations brings its own', () => {
  const annotated: ThreadItem = {
    type: 'assistant_message',
    ...base,
    content: [{ type: 'output_text', text: 'a', annotations: [source('A')] }],
  }
  const done = (annotations: Annotation[]): ItemUpdate => ({
    type: 'assistant_message.content_part.done',
    content_index: 0,
    content: { type: 'output_text', text: 'ab', annotations },
  })
  expect(applyUpdate(annotated, done([]))).toEqual({
    ...annotated,
    content: [{ type: 'output_text', text: 'ab', annotations: [source('A')] }],
  })
  expect(applyUpdate(annotated, done([source('B')]))).toEqual({
    ...annotated,
    content: [{ type: 'output_text', text: 'ab', annotations: [source('B')] }],
  })
})

test('tasks of a workflow are added in place and replaced by index', () => {
  const workflow: ThreadItem = { type: 'workflow', ...base, workflow: { type: 'custom', tasks: [], expanded: false } }
  const task = (title: string) => ({ type: 'custom', title, status_indicator: 'none' }) as const
  const updates: ItemUpdate[] = [
    { type: 'workflow.task.added', task_index: 0, task: task('Read') },
    { type: 'workflow.task.added', task_index: 1, task: task('Write') },
    { type: 'workflow.task.updated', task_index: 0, task: task('Reread') },
    { type: 'workflow.task.updated', task_index: 9, task: task('Nowhere') },
  ]
  expect(updates.reduce(applyUpdate, workflow)).toEqual({
    type: 'workflow',
    ...base,
    workflow: { type: 'custom', tasks: [task('Reread'), task('Write')], expanded: false },
  })
})

test('a generated image is shown as it becomes clearer', () => {
  const image = { id: 'i', url: 'https://a.example/1.png' }
  expect(
    applyUpdate({ type: 'generated_image', ...base }, { type: 'generated_image.updated', image, progress: 0.5 }),
  ).toEqual({
    type: 'generated_image',
    ...base,
    image,
  })
})

test('a widget item passes its updates on to the widget', () => {
  const item: ThreadItem = {
    type: 'widget',
    ...base,
    widget: { type: 'Card', children: [{ type: 'Text', id: 't', value: 'a' }] },
  }
  expect(
    applyUpdate(item, { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'b', done: false }),
  ).toEqual({ type: 'widget', ...base, widget: { type: 'Card', children: [{ type: 'Text', id: 't', value: 'ab' }] } })
})

test.each<ItemUpdate>([
  { type: 'widget.streaming_text.value_delta', component_id: 't', delta: 'b', done: false },
  { type: 'workflow.task.added', task_index: 0, task: { type: 'image', status_indicator: 'none' } },
  { type: 'generated_image.updated', image: { id: 'i', url: 'u' } },
])('an update meant for another kind of item changes nothing: $type', (update) => {
  const item = message('a')
  expect(applyUpdate(item, update)).toBe(item)
})
