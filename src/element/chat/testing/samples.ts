import type { Thread, ThreadItem, ThreadStreamEventInput } from '../../../protocol/index.ts'

const created_at = '2026-01-02T03:04:05.000Z'

/** A thread of the tests, without items. */
export function thread(id: string, title?: string): Thread {
  return {
    id,
    created_at,
    status: { type: 'active' },
    metadata: {},
    items: { data: [], has_more: false },
    ...(title ? { title } : {}),
  }
}

/** A message of the person. */
export function said(id: string, text: string, thread_id = 'thr_1'): ThreadItem {
  return {
    type: 'user_message',
    id,
    thread_id,
    created_at,
    content: [{ type: 'input_text', text }],
    attachments: [],
    inference_options: {},
  }
}

/** A message of the assistant. */
export function answered(id: string, text: string, thread_id = 'thr_1'): ThreadItem {
  return {
    type: 'assistant_message',
    id,
    thread_id,
    created_at,
    content: [{ type: 'output_text', text, annotations: [] }],
  }
}

/** A call of a client tool. */
export function called(id: string, name: string, args: Record<string, unknown> = {}): ThreadItem {
  return {
    type: 'client_tool_call',
    id,
    thread_id: 'thr_1',
    created_at,
    status: 'pending',
    call_id: `call_${id}`,
    name,
    arguments: args,
    output: undefined,
  }
}

/** A card with one line of text. */
export function card(id: string, text: string): ThreadItem {
  return {
    type: 'widget',
    id,
    thread_id: 'thr_1',
    created_at,
    widget: { type: 'Card', children: [{ type: 'Text', value: text }] },
  }
}

export const done = (item: ThreadItem): ThreadStreamEventInput => ({ type: 'thread.item.done', item })
export const added = (item: ThreadItem): ThreadStreamEventInput => ({ type: 'thread.item.added', item })
export const cancellable: ThreadStreamEventInput = { type: 'stream_options', stream_options: { allow_cancel: true } }
export const created = (id = 'thr_1'): ThreadStreamEventInput => ({ type: 'thread.created', thread: thread(id) })

/** The first turn of a new thread: "hi" is answered with "Hello." */
export const firstTurn: readonly ThreadStreamEventInput[] = [
  created(),
  done(said('msg_1', 'hi')),
  cancellable,
  added(answered('msg_2', '')),
  {
    type: 'thread.item.updated',
    item_id: 'msg_2',
    update: { type: 'assistant_message.content_part.text_delta', content_index: 0, delta: 'Hello.' },
  },
  done(answered('msg_2', 'Hello.')),
]
