import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { dropNulls, eventSchema, type ThreadStreamEvent, type ThreadStreamEventInput } from '../protocol/index.ts'

/** Checks an event a responder wrote, and fills in its defaults; it must be about its own thread. */
export function checkEvent(input: ThreadStreamEventInput, threadId: string): ThreadStreamEvent {
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
