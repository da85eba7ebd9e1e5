import type { AssistantContent, AssistantMessageItem, ItemUpdate } from '../protocol/index.ts'
import type { TurnEntry, TurnInput } from './turn-queue.ts'

/** Pieces that may wait unread before the next one is asked for: a slow reader slows the source, but not at every word. */
const AHEAD = 32

/** Says a text as one assistant's message: begun, each piece as a delta, and done with the whole. */
export async function say(
  line: TurnInput,
  item: AssistantMessageItem,
  text: string | Iterable<string> | AsyncIterable<string>,
): Promise<AssistantMessageItem> {
  const updated = (update: ItemUpdate): TurnEntry => ({
    event: { type: 'thread.item.updated', item_id: item.id, update },
  })
  let whole = ''
  let pieces = 0
  const say = (delta: string) => {
    if (delta === '') return
    whole += delta
    const entry = updated({ type: 'assistant_message.content_part.text_delta', content_index: 0, delta })
    if (++pieces % AHEAD === 0) return line.push(entry)
    line.add(entry)
  }

  line.add({ event: { type: 'thread.item.added', item } })
  line.add(updated({ type: 'assistant_message.content_part.added', content_index: 0, content: part('') }))
  if (typeof text === 'string') say(text)
  else if (Symbol.asyncIterator in text) {
    for await (const piece of text) {
      const taken = say(piece)
      if (taken) await taken // an `await` of nothing would cost as much as the piece
    }
  } else for (const piece of text) say(piece)

  const done: AssistantMessageItem = { ...item, content: [part(whole)] }
  line.add(updated({ type: 'assistant_message.content_part.done', content_index: 0, content: part(whole) }))
  await line.push({ event: { type: 'thread.item.done', item: done } })
  return done
}

function part(text: string): AssistantContent {
  return { type: 'output_text', text, annotations: [] }
}
