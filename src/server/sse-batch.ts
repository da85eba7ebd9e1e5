import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'

/** A chunk holds no more events than this, and no more characters, but for its last event. */
const mostEvents = 256
const mostCharacters = 64 * 1024

/** Events on their way, as SSE text: what is ready at once is one chunk. */
export interface SseBatch {
  add(event: ThreadStreamEvent): void
  isEmpty(): boolean
  /** It is as much as one chunk should be. */
  isFull(): boolean
  /** All of it; then it is empty. */
  take(): string
}

/** A text's deltas, most of all events, differ in one string: what stands around it is written once for each text. */
export function sseBatch(): SseBatch {
  let parts: string[] = []
  let events = 0
  let size = 0
  let itemId: string | undefined
  let contentIndex = -1
  let before = ''

  function addDelta(id: string, index: number, delta: string): void {
    if (id !== itemId || index !== contentIndex) {
      itemId = id
      contentIndex = index
      before = beforeDelta(id, index)
    }
    parts.push(before, JSON.stringify(delta), '}}\n\n')
    size += before.length + delta.length
  }

  return {
    add(event) {
      events++
      if (event.type === 'thread.item.updated' && event.update.type === 'assistant_message.content_part.text_delta') {
        addDelta(event.item_id, event.update.content_index, event.update.delta)
        return
      }
      const text = sseEncode(event)
      parts.push(text)
      size += text.length
    },
    isEmpty: () => events === 0,
    isFull: () => events >= mostEvents || size >= mostCharacters,
    take() {
      const text = parts.join('') // put together by += it would be walked once more to be sent
      parts = []
      events = 0
      size = 0
      return text
    },
  }
}

function beforeDelta(itemId: string, contentIndex: number): string {
  const update = `{"type":"assistant_message.content_part.text_delta","content_index":${contentIndex},"delta":`
  return `data: {"type":"thread.item.updated","item_id":${JSON.stringify(itemId)},"update":${update}`
}
