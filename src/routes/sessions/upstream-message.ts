import { asObject } from '../read-body.ts'

/** What an error answer says, wherever servers put it: in `error`, `details` or `message`. */
export function upstreamMessage(body: Record<string, unknown>): string | undefined {
  const error = asObject(body.error)
  const details = asObject(body.details)
  const nested = asObject(details?.error)
  const places = [body.error, error?.message, body.details, details?.error, nested?.message, body.message]
  return places.find((place): place is string => typeof place === 'string' && place !== '')
}
