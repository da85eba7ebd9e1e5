import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'

/** Events as SSE text. A text's deltas, most of all events, differ in one string: the rest is written once for each text. */
export function sseText(events: readonly ThreadStreamEvent[]): string {
  const parts: string[] = []
  let itemId: string | undefined
  let contentIndex = -1
  let before = ''
  for (const event of events) {
    if (event.type !== 'thread.item.updated' || event.update.type !== 'assistant_message.content_part.text_delta') {
      parts.push(sseEncode(event))
      continue
    }
    const { delta, content_index } = event.update
    if (event.item_id !== itemId || content_index !== contentIndex) {
      itemId = event.item_id
      contentIndex = content_index
      before = beforeDelta(itemId, contentIndex)
    }
    parts.push(before, JSON.stringify(delta), '}}\n\n')
  }
  return parts.join('') // a text put together by += would be walked once more to be sent
}

function beforeDelta(itemId: string, contentIndex: number): string {
  const update = `{"type":"assistant_message.content_part.text_delta","content_index":${contentIndex},"delta":`
  return `data: {"type":"thread.item.updated","item_id":${JSON.stringify(itemId)},"update":${update}`
}
