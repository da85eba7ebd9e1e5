import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { dropNulls, eventSchema, type ThreadStreamEvent, type ThreadStreamEventInput } from '../protocol/index.ts'

/** Checks an event a responder wrote, and fills in its defaults; it must be about its own thread. */
export function checkEvent(input: ThreadStreamEventInput, threadId: string): ThreadStreamEvent {
  const delta = textDelta(input)
  if (delta) return delta
  const result = eventSchema.safeParse(input)
  if (!result.success) {
    const [issue] = result.error.issues
    const type = typeof input?.type === 'string' ? input.type : 'event'
    throw new ParlorError('invalid_event', {
      at: [type, z.core.toDotPath(issue?.path ?? [])].filter(Boolean).join('.'),
      problem: issue?.message ?? 'Not an event of the protocol',
      hint: 'Compare it with the event types of parlor/protocol',
      cause: result.error,
    })
  }
  const event = result.data
  const about = 'item' in event ? event.item.thread_id : 'thread' in event ? event.thread.id : threadId
  if (about !== threadId) {
    throw new ParlorError('invalid_event', {
      at: `${event.type}.${'item' in event ? 'item.thread_id' : 'thread.id'}`,
      problem: `It is about thread ${about}, and this turn is in ${threadId}`,
      hint: 'Use turn.thread.id',
    })
  }
  return 'item' in event && event.item.type === 'widget'
    ? { ...event, item: { ...event.item, widget: dropNulls(event.item.widget) as typeof event.item.widget } } // the same tree
    : event
}

/** A text's delta, most of all events, is read by hand, at a tenth of the cost; whatever is wrong with it is left to the schema. */
function textDelta(input: ThreadStreamEventInput): ThreadStreamEvent | undefined {
  if (input?.type !== 'thread.item.updated' || typeof input.item_id !== 'string') return undefined
  const { item_id, update } = input
  if (update?.type !== 'assistant_message.content_part.text_delta') return undefined
  const { type, content_index, delta } = update
  if (typeof delta !== 'string' || !Number.isSafeInteger(content_index) || content_index < 0) return undefined
  return { type: 'thread.item.updated', item_id, update: { type, content_index, delta } }
}
