import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'

/** A chunk holds no more events than this, and no more characters, but for its last event. */
const mostEvents = 256
const mostCharacters = 64 * 1024

/** What stands behind a delta. */
const after = '}}\n\n'

/**
 * Events on their way, as SSE text: what is ready at once is one chunk. A text's deltas, most of all events, differ in one string:
 * what stands around it is written once for each text.
 */
export class SseBatch {
  #parts: string[] = []
  #events = 0
  #size = 0
  /** Deltas of one text that follow each other, as JSON. */
  #deltas: string[] = []
  #around = { itemId: '', index: -1, before: '' }

  add(event: ThreadStreamEvent): void {
    this.#events++
    if (event.type === 'thread.item.updated' && event.update.type === 'assistant_message.content_part.text_delta') {
      const { content_index, delta } = event.update
      const { itemId, index } = this.#around
      if (event.item_id !== itemId || content_index !== index) this.#beginText(event.item_id, content_index)
      this.#deltas.push(JSON.stringify(delta))
      this.#size += this.#around.before.length + delta.length
    } else {
      this.#endText()
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
    this.#endText()
    const text = this.#parts.join('') // put together by += it would be walked once more to be sent
    this.#parts = []
    this.#events = 0
    this.#size = 0
    return text
  }

  #beginText(itemId: string, index: number): void {
    this.#endText()
    const update = `{"type":"assistant_message.content_part.text_delta","content_index":${index},"delta":`
    const before = `data: {"type":"thread.item.updated","item_id":${JSON.stringify(itemId)},"update":${update}`
    this.#around = { itemId, index, before }
  }

  #endText(): void {
    if (this.#deltas.length === 0) return
    const { before } = this.#around
    this.#parts.push(before, this.#deltas.join(after + before), after)
    this.#deltas = []
  }
}
