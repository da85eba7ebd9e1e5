import { Badge, Box, Button, Caption, Col, ListView, ListViewItem, Row, Spacer, Text, Title } from 'parlor/kit'

const created_at = '2026-11-20T08:00:00.000Z'
const sentence = 'Four generations, one oven, and a queue that still reaches the corner every Saturday morning.'

/** A list of 111 nodes: ten rows of eleven, and the list itself. */
const list = ListView({
  limit: 10,
  children: Array.from({ length: 10 }, (_, index) =>
    ListViewItem({
      key: `${index}`,
      gap: 3,
      children: [
        Box({ size: 48, radius: 'md', background: '#8884', children: [Caption({ value: `${index + 1}` })] }),
        Col({
          flex: 1,
          gap: 1,
          children: [
            Row({ children: [Title({ value: `Bakery ${index}`, size: 'sm' }), Spacer(), Badge({ label: 'Local' })] }),
            Text({ value: sentence, size: 'sm' }),
            Button({ label: 'Read', onClickAction: { type: 'read', payload: { id: index } } }),
          ],
        }),
      ],
    }),
  ),
})

/** One message of a long thread: the person's, the assistant's, or a card. */
export type Message = { type: 'user_message' | 'assistant_message'; text: string } | { type: 'widget'; widget: object }

/** A thread of `count` messages, of which the last `cards` are widgets of 111 nodes. */
export function conversation(count: number, cards: number): Message[] {
  return Array.from({ length: count }, (_, index): Message => {
    if (index >= count - cards) return { type: 'widget', widget: list }
    return { type: index % 2 === 0 ? 'user_message' : 'assistant_message', text: `${index}. ${sentence} ${sentence}` }
  })
}

/** The message as an item of the protocol. */
export function toItem(message: Message, index: number) {
  const base = { id: `item_${index}`, thread_id: 'thr_1', created_at }
  switch (message.type) {
    case 'user_message':
      return {
        ...base,
        type: message.type,
        content: [{ type: 'input_text', text: message.text }],
        attachments: [],
        inference_options: {},
      }
    case 'assistant_message':
      return { ...base, type: message.type, content: [{ type: 'output_text', text: message.text, annotations: [] }] }
    case 'widget':
      return { ...base, type: message.type, widget: message.widget }
    default:
      return message satisfies never
  }
}
