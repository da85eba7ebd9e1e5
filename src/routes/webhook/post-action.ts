import type { ArrivedAction } from '../../actions/index.ts'
import { ParlorError } from '../../errors.ts'
import { asObject, jsonObjectIn } from '../read-body.ts'
import { randomId, type Secrets } from '../signed-tokens.ts'
import { signatureHeaders, signatureOf } from './signature.ts'

export interface PostActionOptions {
  /** The one of the route; of several the first signs. */
  secret: Secrets
  /** Told to the handler beside the action, such as `{ thread_id, user }`. */
  metadata?: Record<string, unknown>
  fetch?: (request: Request) => Promise<Response>
  signal?: AbortSignal
  /** Time for the answer, in ms; default 30,000. */
  timeoutMs?: number
  now?: () => Date
}

/**
 * Signs an action and sends it to an `actionRoute`; gives what its handler returned. It is sent once: throws `network` or
 * `timeout` when nobody answers, `http_error` with what the route said when it refuses.
 *
 * @example
 * const { receipt } = await postAction('https://bets.internal/actions', place({ id: 'a' }), { secret: env.ACTION_SECRET })
 */
export async function postAction(
  url: string | URL,
  action: ArrivedAction,
  options: PostActionOptions,
): Promise<unknown> {
  const { secret, metadata, fetch = globalThis.fetch, signal, timeoutMs = 30_000, now = () => new Date() } = options
  const { type, payload } = action // what else an action has in a widget is the widget's affair
  const body = new TextEncoder().encode(JSON.stringify({ type, payload, metadata }))
  const id = randomId('act_')
  const timestamp = String(Math.floor(now().getTime() / 1000))
  const headers = {
    'Content-Type': 'application/json',
    [signatureHeaders.id]: id,
    [signatureHeaders.timestamp]: timestamp,
    [signatureHeaders.signature]: await signatureOf(secret, { id, timestamp, body }),
  }
  const late = AbortSignal.timeout(timeoutMs)
  const request = new Request(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual', // it was signed for one address
    signal: signal ? AbortSignal.any([signal, late]) : late,
  })
  const at = placeOf(request.url)
  try {
    const response = await fetch(request)
    const told = jsonObjectIn(await response.text())
    if (response.ok) return told?.result
    throw refused(at, response.status, asObject(told?.error))
  } catch (cause) {
    if (cause instanceof ParlorError) throw cause
    if (signal?.aborted)
      throw new ParlorError('aborted', { at, problem: 'The caller gave up', hint: 'Nothing to do', cause })
    throw new ParlorError(late.aborted ? 'timeout' : 'network', {
      at,
      problem: late.aborted ? `No answer within ${timeoutMs} ms` : 'No answer came',
      hint: 'Whether the action was done is not known; see the cause',
      cause,
    })
  }
}

/** An address without what may be secret in it. */
function placeOf(address: string): string {
  const { origin, pathname } = new URL(address)
  return `POST ${origin}${pathname}`
}

function refused(at: string, status: number, error: Record<string, unknown> | null): ParlorError {
  const text = (value: unknown, otherwise: string) => (typeof value === 'string' && value ? value : otherwise)
  return new ParlorError('http_error', {
    at,
    problem: `${status}: ${text(error?.message, 'The route refused')}`,
    hint: [error?.at, error?.hint].filter(Boolean).join(': ') || 'See the log of the route',
  })
}
