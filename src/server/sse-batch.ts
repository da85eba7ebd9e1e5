import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'

/** A chunk holds no more events than this, and no more characters, but for its last event. */
const mostEvents = 256
const mostCharacters = 64 * 1024

/**
 * Events on their way, as SSE text: what is ready at once is one chunk. A text's deltas, most of all events, differ in one string:
 * what stands around it is written once for each text.
 */
export class SseBatch {
  #parts: string[] = []
  #events = 0
  #size = 0
  #delta = { itemId: '', index: -1, before: '' }

  add(event: ThreadStreamEvent): void {
    this.#events++
    if (event.type === 'thread.item.updated' && event.update.type === 'assistant_message.content_part.text_delta') {
      const { content_index, delta } = event.update
      const before = this.#beforeDelta(event.item_id, content_index)
      this.#parts.push(before, JSON.stringify(delta), '}}\n\n')
      this.#size += before.length + delta.length
    } else {
      const text = sseEncode(event)
      this.#parts.push(text)
      this.#size += text.length
    }
  }

  isEmpty(): boolean {
    return this.#events === 0
  }

  /** It is as much as one chunk should be. */
  isFull(): boolean {
    return this.#events >= mostEvents || this.#size >= mostCharacters
  }

  /** All of it; then it is empty. */
  take(): string {
    const text = this.#parts.join('') // put together by += it would be walked once more to be sent
    this.#parts = []
    this.#events = 0
    this.#size = 0
    return text
  }

  #beforeDelta(itemId: string, index: number): string {
    if (itemId === this.#delta.itemId && index === this.#delta.index) return this.#delta.before
    const update = `{"type":"assistant_message.content_part.text_delta","content_index":${index},"delta":`
    const before = `data: {"type":"thread.item.updated","item_id":${JSON.stringify(itemId)},"update":${update}`
    this.#delta = { itemId, index, before }
    return before
  }
}
