import { z } from 'zod'
import type { ActionHandlers } from '../../actions/index.ts'
import { ParlorError } from '../../errors.ts'
import { json, notAllowed, refusal } from '../answers.ts'
import { consoleLog, type RouteLog } from '../log.ts'
import { readBytes } from '../read-body.ts'
import { processMemory, type ShortMemory } from '../short-memory.ts'
import type { Secrets } from '../signed-tokens.ts'
import { isSigned, signatureHeaders, webhookKeys } from './signature.ts'

/** What a handler of a posted action is called with. */
export interface PostedAction<Input = unknown> {
  /** Payload and form values, as the action's schemas made them. */
  input: Input
  /** The action as it came. */
  action: { type: string; payload?: unknown }
  /** What the sender told beside it, such as thread and user; not checked. */
  metadata: Record<string, unknown>
  /** Of this delivery: no other has it. */
  id: string
  sentAt: Date
  /** Aborts when the sender goes away. */
  signal: AbortSignal
}

export interface ActionRouteOptions {
  /** What happens on each action: `on(action, handler)`. What a handler returns is answered as `{ result }`. */
  actions: ActionHandlers<PostedAction>
  /** At least 32 bytes, or `whsec_` and base64. Several while one is changed: all verify. */
  secret: Secrets
  /** How far the sender's clock may be off, either way; default 300. */
  toleranceSeconds?: number
  /** Keeps which deliveries came, for twice the tolerance; by default in this process alone. */
  memory?: ShortMemory
  /** Default 64 KiB. */
  maxBodyBytes?: number
  now?: () => Date
  log?: RouteLog
}

const bodySchema = z.object({
  type: z.string(),
  payload: z.unknown().optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
/** What an id may be of, so that nothing else can stand before the first dot of what is signed. */
const usableId = /^[\w-]{8,128}$/

/**
 * A webhook for widget actions. Only what the secret has signed counts, only for a short time, and only once; what a delivery did
 * stays done also when its handler failed: to try again is to sign again.
 *
 * @example
 * export const POST = actionRoute({ secret: env.ACTION_SECRET, actions: [on(place, async ({ input }) => bets.place(input))] })
 */
export function actionRoute(options: ActionRouteOptions): (request: Request) => Promise<Response> {
  const { toleranceSeconds = 300, maxBodyBytes = 64 * 1024, now = () => new Date(), log = consoleLog } = options
  const { memory = processMemory({ now }) } = options
  const keys = webhookKeys(options.secret)
  const handlers = new Map(options.actions.flat().map((entry) => [entry.action.type, entry]))

  /** The delivery, when it is signed, of this time, and the first of its id. */
  async function receive(request: Request): Promise<{ id: string; sentAt: Date; body: Uint8Array }> {
    const { headers } = request
    const id = headers.get(signatureHeaders.id) ?? ''
    const timestamp = headers.get(signatureHeaders.timestamp) ?? ''
    const signature = headers.get(signatureHeaders.signature) ?? ''
    if (!usableId.test(id) || !/^\d{1,12}$/.test(timestamp) || !signature) throw unsigned('It is not signed')
    const age = Math.abs(now().getTime() / 1000 - Number(timestamp))
    if (age > toleranceSeconds) throw unsigned('It was signed at another time')
    const body = await readBytes(request, maxBodyBytes)
    if (!(await isSigned(keys, { id, timestamp, body }, signature)))
      throw unsigned('The signature is of another secret')
    if ((await memory.count(`delivery:${id}`, 2 * toleranceSeconds * 1000)) > 1) throw repeated(id)
    return { id, sentAt: new Date(Number(timestamp) * 1000), body }
  }

  async function answer(request: Request): Promise<Response> {
    const { id, sentAt, body } = await receive(request)
    const { type, payload, metadata } = parse(body)
    const entry = handlers.get(type)
    if (!entry) throw unknownAction(type, [...handlers.keys()])
    const action = { type, payload }
    const input = entry.action.parse(action)
    const result = await entry.handler({ input, action, metadata: metadata ?? {}, id, sentAt, signal: request.signal })
    return json({ result: result ?? null })
  }

  return async (request) => {
    if (request.method !== 'POST') return notAllowed(request.method, 'POST')
    try {
      return await answer(request)
    } catch (error) {
      return refusal(error, log)
    }
  }
}

function parse(body: Uint8Array): z.infer<typeof bodySchema> {
  try {
    return bodySchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch (cause) {
    const hint = 'Send { type, payload } as JSON, or use postAction'
    throw new ParlorError('invalid_request', { at: 'body', problem: 'The body is not an action', hint, cause })
  }
}

function unsigned(problem: string): ParlorError {
  const hint = 'Send it with postAction and the same secret'
  return new ParlorError('unauthorized', { at: 'signature', problem, hint })
}

function repeated(id: string): ParlorError {
  const problem = `The delivery ${id} has come before`
  return new ParlorError('conflict', { at: signatureHeaders.id, problem, hint: 'Sign a new one for each action' })
}

function unknownAction(type: string, known: readonly string[]): ParlorError {
  return new ParlorError('unknown_action', {
    at: 'type',
    problem: `There is no action ${type.slice(0, 100)}`,
    hint: known.length > 0 ? `There are ${known.join(', ')}` : 'The route has none',
  })
}
