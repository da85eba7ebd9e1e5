import { isParlorError, ParlorError, type ParlorErrorCode, type ParlorErrorInit } from '../errors.ts'

/** How a refusal is answered, where its code alone does not say so. */
export interface Refused {
  status: number
  headers?: Record<string, string>
}

const refused = new WeakMap<ParlorError, Refused>()

/** An error that is answered with this status. */
export function refusal(code: ParlorErrorCode, { status, headers = {} }: Refused, why: ParlorErrorInit): ParlorError {
  const error = new ParlorError(code, why)
  refused.set(error, { status, headers })
  return error
}

/** How this error is to be answered; `undefined` unless it is a refusal. */
export function refusedAs(error: ParlorError): Refused | undefined {
  return refused.get(error)
}

export function tooLarge(limit: number): ParlorError {
  return refusal(
    'too_large',
    { status: 413 },
    {
      at: 'body',
      problem: `The body has more than ${limit} bytes`,
      hint: 'Send files by an upload, or raise limits.maxBodyBytes on the server',
    },
  )
}

export function tooSlow(ms: number): ParlorError {
  return refusal(
    'timeout',
    { status: 408, headers: { Connection: 'close' } },
    {
      at: 'body',
      problem: `The body has not come within ${ms} ms`,
      hint: 'Send it again, at once',
    },
  )
}

/** Why a body could not be read to its end. */
export function brokenOff(cause: unknown): ParlorError {
  if (isParlorError(cause)) return cause
  return new ParlorError('invalid_request', {
    at: 'body',
    problem: 'The body broke off',
    hint: 'Send it again, whole and once',
    cause,
  })
}

export function tooMany(status: 429 | 503, seconds: number, why: ParlorErrorInit): ParlorError {
  return refusal('rate_limited', { status, headers: { 'Retry-After': String(seconds) } }, why)
}
