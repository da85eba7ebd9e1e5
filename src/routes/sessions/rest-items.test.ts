import { expect, test } from 'vitest'
import { itemSchema } from '../../protocol/index.ts'
import { restItem } from './rest-items.ts'

const base = { id: 'msg_1', thread_id: 'thr_1', created_at: '2026-01-02T03:04:05.999Z' }
const common = { id: 'msg_1', object: 'chatkit.thread_item', created_at: 1767323045, thread_id: 'thr_1' }
const rest = (item: object) => restItem(itemSchema.parse({ ...base, ...item }))

test('a user message: the quote becomes a part, tags become text, attachments lose what is theirs alone', () => {
  expect(
    rest({
      type: 'user_message',
      content: [
        { type: 'input_text', text: 'Ask ' },
        { type: 'input_tag', id: 'u1', text: 'Ada', data: { secret: 1 } },
      ],
      quoted_text: 'as said',
      attachments: [
        { type: 'image', id: 'atc_1', name: 'a.png', mime_type: 'image/png', preview_url: 'https://a.test/1' },
        { type: 'file', id: 'atc_2', name: 'b.pdf', mime_type: 'application/pdf', thread_id: 'thr_1' },
      ],
      inference_options: { model: 'm' },
    }),
  ).toEqual({
    ...common,
    type: 'chatkit.user_message',
    content: [
      { type: 'quoted_text', text: 'as said' },
      { type: 'input_text', text: 'Ask ' },
      { type: 'input_text', text: '@Ada' },
    ],
    attachments: [
      { type: 'image', id: 'atc_1', name: 'a.png', mime_type: 'image/png', preview_url: 'https://a.test/1' },
      { type: 'file', id: 'atc_2', name: 'b.pdf', mime_type: 'application/pdf', preview_url: null },
    ],
    inference_options: { model: 'm', tool_choice: null },
  })
})

test('an assistant message keeps its sources that are files or addresses', () => {
  const source = (type: string, more: object) => ({
    type: 'annotation',
    source: { type, title: 'T', ...more },
    index: 1,
  })
  const annotations = [
    source('file', { filename: 'b.pdf' }),
    source('url', { url: 'https://a.test' }),
    source('entity', { id: 'e1' }),
  ]
  expect(rest({ type: 'assistant_message', content: [{ text: 'Hi', annotations }] })).toEqual({
    ...common,
    type: 'chatkit.assistant_message',
    content: [
      {
        type: 'output_text',
        text: 'Hi',
        annotations: [
          { type: 'file', source: { type: 'file', filename: 'b.pdf' } },
          { type: 'url', source: { type: 'url', url: 'https://a.test' } },
        ],
      },
    ],
  })
})

test('a widget and the values of a client tool are JSON in a string', () => {
  const widget = { type: 'Card', children: [] }
  expect(rest({ type: 'widget', widget, copy_text: 'x' })).toEqual({
    ...common,
    type: 'chatkit.widget',
    widget: '{"type":"Card","children":[]}',
  })
  const call = { type: 'client_tool_call', call_id: 'c1', name: 'tool', arguments: { a: null } }
  const told = { ...common, type: 'chatkit.client_tool_call', call_id: 'c1', name: 'tool', arguments: '{"a":null}' }
  expect(rest({ ...call, status: 'pending' })).toEqual({ ...told, output: null, status: 'in_progress' })
  expect(rest({ ...call, status: 'completed', output: { ok: true } })).toEqual({
    ...told,
    output: '{"ok":true}',
    status: 'completed',
  })
})

test('tasks alone and in a workflow', () => {
  expect(rest({ type: 'task', task: { type: 'thought', content: 'Hm' } })).toEqual({
    ...common,
    type: 'chatkit.task',
    task_type: 'thought',
    heading: null,
    summary: 'Hm',
  })
  const tasks = [
    { type: 'custom', title: 'Read', content: 'all' },
    { type: 'web_search', title_query: 'cats' },
    { type: 'file', title: 'Files' },
    { type: 'image' },
  ]
  expect(rest({ type: 'workflow', workflow: { type: 'custom', tasks } })).toEqual({
    ...common,
    type: 'chatkit.task_group',
    tasks: [
      { type: 'custom', heading: 'Read', summary: 'all' },
      { type: 'custom', heading: 'cats', summary: null },
      { type: 'custom', heading: 'Files', summary: null },
      { type: 'custom', heading: null, summary: null },
    ],
  })
})

test('kinds that the API does not know have no form', () => {
  const kinds = [
    { type: 'generated_image', image: null },
    { type: 'structured_input', inputs: [] },
    { type: 'end_of_turn' },
    { type: 'hidden_context_item', content: 'secret' },
    { type: 'sdk_hidden_context', content: 'secret' },
  ]
  expect(kinds.map(rest)).toEqual([null, null, null, null, null])
})
