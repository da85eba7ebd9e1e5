import type { ArrivedAction } from '../../actions/index.ts'
import { ParlorError } from '../../errors.ts'
import { asObject, jsonObjectIn } from '../read-body.ts'
import { send } from '../send.ts'
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
  const at = placeOf(url)
  const late = () =>
    new ParlorError('timeout', { at, problem: `No answer within ${timeoutMs} ms`, hint: unknownOutcome })
  const init: RequestInit = { method: 'POST', headers, body, redirect: 'manual' } // it was signed for one address
  try {
    return await send(url, init, { fetch, signal, timeoutMs, late }, async (response) => {
      const told = jsonObjectIn(await response.text())
      if (response.ok) return told?.result
      throw refused(at, response.status, asObject(told?.error))
    })
  } catch (cause) {
    if (cause instanceof ParlorError) throw cause
    if (signal?.aborted)
      throw new ParlorError('aborted', { at, problem: 'The caller gave up', hint: 'Nothing to do', cause })
    throw new ParlorError('network', { at, problem: 'No answer came', hint: unknownOutcome, cause })
  }
}

const unknownOutcome = 'Whether the action was done is not known'

/** An address without what may be secret in it. */
function placeOf(address: string | URL): string {
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
