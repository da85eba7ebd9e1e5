import type { ChatRequest } from '../protocol/index.ts'
import { afterTick } from './after-tick.ts'
import { type Answer, errorAnswer, jsonAnswer } from './answer.ts'
import { type Call, fileTools } from './call.ts'
import { concurrentTurns } from './concurrent-turns.ts'
import { allowed, checkOrigins, corsHeaders, preflight, refuseForeign } from './cors.ts'
import { offerDirectly } from './direct.ts'
import { randomIds } from './ids.ts'
import { type Incoming, webIncoming } from './incoming.ts'
import { jsonEventsAnswer, prefersJson } from './json-events.ts'
import { knownWidgets } from './known-widgets.ts'
import { limitsOf } from './limits.ts'
import { consoleLog, logWith } from './log.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import { rateLimit } from './rate-limit.ts'
import { readRequest } from './read-request.ts'
import { requestKey } from './request-key.ts'
import { answerJson, isStreamRequest, prepareTurn } from './requests/index.ts'
import { runTurn } from './run-turn.ts'
import { Stop } from './stop.ts'
import { scopedStore } from './store.ts'
import { streamAnswer } from './text-stream.ts'
import { everybody, userReader } from './user-of.ts'
import { toResponse } from './web-response.ts'

/** A ChatKit server as one function from request to response. */
export interface ChatServer {
  /** Answers one request; it never rejects, what fails is an answer too. */
  fetch(request: Request): Promise<Response>
}

/** What a log line tells of its request, as far as it is known by then. */
interface About {
  requestId: string
  userId?: string
  type?: string
  threadId?: string
}

/**
 * Answers ChatKit's requests: `POST` anywhere, `GET …/health`, and the addresses of `attachments`. Each guard stands before what it
 * saves: the origin, the rate of those nobody knows yet, who asks, that user's rate, and only then the body.
 *
 * @example
 * const server = createChatServer({ store: memoryStore(), respond: async (turn) => { await turn.say('Hello!') } })
 * export const POST = server.fetch
 */
export function createChatServer<Context extends UserContext = UserContext>(
  options: ChatServerOptions<Context>,
): ChatServer {
  const { store, ids = randomIds, now = () => new Date(), log: logger = consoleLog, heartbeatMs = 15_000 } = options
  checkOrigins(options)
  const limits = limitsOf(options.limits)
  const [admitKey, admitUser] = [rateLimit(limits.requestsPerMinute, now), rateLimit(limits.requestsPerMinute, now)]
  const enterTurn = concurrentTurns(limits.concurrentTurns)
  const widgets = knownWidgets(options.widgets)
  const userOf = userReader(logger)
  const time = wireTime(now)

  /** Whose request this is, and what it may use. */
  async function callOf(incoming: Incoming, gone: Stop, about: About): Promise<Call<Context>> {
    const context = (options.context ? await options.context(incoming.request()) : everybody) as Context // the default, without one
    const user = userOf(context)
    about.userId = user
    if (options.context) admitUser(user)
    return {
      options,
      context,
      user,
      url: incoming.url,
      store: scopedStore(store, { user }),
      widgets,
      locale: localeOf(incoming),
      key: null,
      gone,
      log: logWith(logger, about),
      id: ids,
      now: time,
    }
  }

  async function answer(incoming: Incoming, gone: Stop, about: About): Promise<Answer | Response> {
    const key = options.rateKey?.(incoming.request())
    if (key) admitKey(key)
    const log = logWith(logger, about)
    const asTools = async () => {
      refuseForeign(incoming, options)
      return fileTools(await callOf(incoming, gone, about))
    }
    const file = options.attachments?.answer?.(incoming.request(), { store, id: ids, log, tools: asTools })
    if (file) return file // by its sealed address alone, which an <img> of any page may ask; only `tools` looks at cookies
    refuseForeign(incoming, options)
    if (incoming.method !== 'POST') return notAllowed(incoming.method)

    const asked = await callOf(incoming, gone, about)
    const body = await readRequest(incoming, limits, options.cookies ?? false)
    about.type = body.type
    const threadId = threadOf(body)
    if (threadId !== undefined) about.threadId = threadId
    const call = { ...asked, key: requestKey(incoming, body) }
    call.log.info({}, 'A request came')
    if (!isStreamRequest(body)) return jsonAnswer(await answerJson(call, body))

    const ended = enterTurn(options.context ? call.user : null)
    try {
      const prepared = await prepareTurn(call, body)
      if (prepared.turn) about.threadId = prepared.turn.cause.thread.id
      const batches = runTurn(call, prepared, ended)
      return prefersJson(incoming.header('accept'))
        ? await jsonEventsAnswer(batches, { gone, maxBytes: limits.maxAnswerBytes })
        : await streamAnswer(batches, { gone, heartbeatMs })
    } catch (error) {
      ended()
      throw error
    }
  }

  async function guarded(incoming: Incoming, gone: Stop): Promise<Answer | Response> {
    const headers = corsHeaders(incoming, options)
    if (incoming.method === 'OPTIONS') return preflight(incoming, headers)
    if (incoming.method === 'GET' && isHealth(incoming.url))
      return jsonAnswer({ ok: true, server: 'parlor' }, 200, headers)

    const about: About = { requestId: requestIdOf(incoming) ?? ids('req') }
    try {
      return withHeaders(await answer(incoming, gone, about), headers)
    } catch (error) {
      const { status, body, headers: own } = errorAnswer(error, about.type !== undefined)
      const log = logWith(logger, about)
      if (status >= 500 && status !== 503) log.error({ err: error }, 'A request failed')
      else log.info({ status, error: body.error }, 'A request was refused')
      return jsonAnswer(body, status, { ...headers, ...own })
    }
  }

  async function fetch(request: Request): Promise<Response> {
    const gone = new Stop()
    const listen = () => follow(request, gone)
    const callOff = afterTick(listen) // platforms make a signal when it is asked for; most answers are whole before
    const answered = await guarded(webIncoming(request), gone)
    const isUnheard = callOff()
    if (answered instanceof Response) return answered
    if (isUnheard && answered.rest) listen()
    return toResponse(answered, gone.signal)
  }
  offerDirectly(fetch, guarded)
  return { fetch }
}

function notAllowed(method: string): Answer {
  const error = {
    code: 'invalid_request',
    message: `${method} is not answered here`,
    at: 'method',
    hint: 'Send a POST',
  }
  return jsonAnswer({ error }, 405, { Allow: allowed })
}

function withHeaders(answer: Answer | Response, headers: Record<string, string>): Answer | Response {
  const added = Object.entries(headers)
  if (added.length === 0) return answer
  if (!(answer instanceof Response)) return { ...answer, headers: { ...answer.headers, ...headers } }
  const open = new Response(answer.body, answer) // headers of a fetched one, or of a redirect, cannot be changed
  for (const [name, value] of added) open.headers.set(name, value)
  return open
}

/** Aborts `gone` as soon as the request itself is, and keeps the request for that: one that is collected passes aborts by (Node). */
function follow(request: Request, gone: Stop): void {
  const { signal } = request
  const leave = () => gone.abort(signal.reason)
  if (signal.aborted) leave()
  else signal.addEventListener('abort', leave, { once: true })
  gone.addEventListener('abort', () => request.signal.removeEventListener('abort', leave))
}

/** The time as the wire writes it; the same one again within a millisecond. */
function wireTime(now: () => Date): () => string {
  let last = Number.NaN
  let text = ''
  return () => {
    const date = now()
    if (date.getTime() !== last) {
      last = date.getTime()
      text = date.toISOString()
    }
    return text
  }
}

function isHealth(url: string): boolean {
  return /\/health\/?$/.test(url.replace(/[?#].*$/s, ''))
}

/** An id that the host's proxy gave; not one that would spoil a log. */
function requestIdOf(incoming: Incoming): string | undefined {
  const id = incoming.header('x-request-id')
  return id !== null && /^[\w.:/+=-]{1,128}$/.test(id) ? id : undefined
}

/** The first language of `Accept-Language`; ChatKit sends exactly one. */
function localeOf(incoming: Incoming): string | null {
  const [first] = (incoming.header('accept-language') ?? '').split(/[,;]/)
  return first && first.trim() !== '*' ? first.trim().slice(0, 100) : null
}

function threadOf({ params }: ChatRequest): string | undefined {
  return 'thread_id' in params ? params.thread_id : undefined
}
