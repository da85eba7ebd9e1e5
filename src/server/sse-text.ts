import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'

/** Events as SSE text. A text's deltas, most of all events, differ in one string: the rest is written once for each text. */
export function sseText(events: readonly ThreadStreamEvent[]): string {
  let text = ''
  let itemId: string | undefined
  let contentIndex = -1
  let before = ''
  for (const event of events) {
    if (event.type !== 'thread.item.updated' || event.update.type !== 'assistant_message.content_part.text_delta') {
      text += sseEncode(event)
      continue
    }
    const { delta, content_index } = event.update
    if (event.item_id !== itemId || content_index !== contentIndex) {
      itemId = event.item_id
      contentIndex = content_index
      before = beforeDelta(itemId, contentIndex)
    }
    text += `${before}${JSON.stringify(delta)}}}\n\n`
  }
  return text
}

function beforeDelta(itemId: string, contentIndex: number): string {
  const update = `{"type":"assistant_message.content_part.text_delta","content_index":${contentIndex},"delta":`
  return `data: {"type":"thread.item.updated","item_id":${JSON.stringify(itemId)},"update":${update}`
}
