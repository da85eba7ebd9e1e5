import type { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { eventSchema, type ThreadStreamEvent } from './events.ts'
import { itemSchema, type ThreadItem } from './items.ts'
import { dropNulls } from './json.ts'

/** Reads one event of a stream; what is not an event comes back as a problem, so that one bad event never ends a stream. */
export function decodeEvent(json: unknown): { event: ThreadStreamEvent } | { problem: ParlorError } {
  const result = parseLeniently(eventSchema, json)
  return result.success ? { event: result.data } : { problem: notReadable('event', json, result.error) }
}

/** Reads one item of a page, in the same lenient way. */
export function decodeItem(json: unknown): { item: ThreadItem } | { problem: ParlorError } {
  const result = parseLeniently(itemSchema, json)
  return result.success ? { item: result.data } : { problem: notReadable('item', json, result.error) }
}

/** Servers differ in whether they send null for what is absent: what fails is read once more without its nulls. */
function parseLeniently<Schema extends z.ZodType>(schema: Schema, json: unknown) {
  const first = schema.safeParse(json)
  return first.success ? first : schema.safeParse(dropNulls(json))
}

function notReadable(what: 'event' | 'item', json: unknown, cause: z.ZodError): ParlorError {
  const type = typeof json === 'object' && json !== null && 'type' in json ? String(json.type) : typeof json
  const issue = cause.issues[0]
  return new ParlorError('invalid_event', {
    at: [type, ...(issue?.path ?? [])].join('.'),
    problem: `Not a readable ${what}: ${issue?.message ?? 'unknown shape'}`,
    hint: `It was skipped. Compare the server's ${what} with the protocol`,
    cause,
  })
}
