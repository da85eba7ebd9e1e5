import type { ChatRequest } from '../protocol/index.ts'
import { type Call, fileTools } from './call.ts'
import { allowed, corsHeaders, preflight } from './cors.ts'
import { errorAnswer, jsonAnswer } from './http-answer.ts'
import { randomIds } from './ids.ts'
import { knownWidgets } from './known-widgets.ts'
import { consoleLog, logWith, type ServerLog } from './log.ts'
import type { ChatServerOptions, UserContext } from './options.ts'
import { readRequest } from './read-request.ts'
import { answerJson, isStreamRequest, prepareTurn } from './requests/index.ts'
import { runTurn } from './run-turn.ts'
import { sseResponse } from './sse-response.ts'
import { scopedStore } from './store.ts'
import { everybody, userReader } from './user-of.ts'

/** A ChatKit server as one function from request to response. */
export interface ChatServer {
  /** Answers one request; it never rejects, what fails is an answer too. */
  fetch(request: Request): Promise<Response>
}

/**
 * Answers ChatKit's requests: `POST` anywhere, `GET …/health`, and the addresses of `attachments`.
 *
 * @example
 * const server = createChatServer({ store: memoryStore(), respond: async (turn) => { await turn.say('Hello!') } })
 * export const POST = server.fetch
 */
export function createChatServer<Context extends UserContext = UserContext>(
  options: ChatServerOptions<Context>,
): ChatServer {
  const { store, cors, ids = randomIds, now = () => new Date(), log: logger = consoleLog, limits = {} } = options
  const { maxBodyBytes = 10 * 1024 * 1024 } = limits
  const widgets = knownWidgets(options.widgets)
  const userOf = userReader(logger)

  /** Whose request this is, and what it may use. */
  async function callOf(request: Request, log: ServerLog, gone: AbortController): Promise<Call<Context>> {
    const context = (options.context ? await options.context(request) : everybody) as Context // the default, without one
    const user = userOf(context)
    return {
      options,
      context,
      user,
      url: request.url,
      store: scopedStore(store, { user }),
      widgets,
      locale: localeOf(request),
      gone: gone.signal,
      log,
      id: ids,
      now: () => now().toISOString(),
    }
  }

  async function answer(request: Request, log: ServerLog): Promise<Response> {
    const gone = new AbortController()
    follow(request.signal, gone)
    const asTools = async () => fileTools(await callOf(request, log, gone))
    const file = options.attachments?.answer?.(request, { store, id: ids, log, tools: asTools })
    if (file) return file
    if (request.method !== 'POST') return notAllowed(request.method)

    const asked = await callOf(request, log, gone)
    const body = await readRequest(request, { maxBodyBytes })
    const call = { ...asked, log: logWith(log, { type: body.type, ...threadOf(body) }) }
    call.log.info({}, 'A request came')
    return isStreamRequest(body)
      ? sseResponse(runTurn(call, await prepareTurn(call, body)), gone)
      : jsonAnswer(await answerJson(call, body))
  }

  return {
    async fetch(request) {
      const headers = corsHeaders(request, cors)
      if (request.method === 'OPTIONS') return preflight(request, cors)
      if (request.method === 'GET' && /\/health\/?$/.test(new URL(request.url).pathname)) {
        return jsonAnswer({ ok: true, server: 'parlor' }, { headers })
      }
      const log = logWith(logger, { requestId: request.headers.get('x-request-id') ?? ids('req') })
      try {
        const response = await answer(request, log)
        for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
        return response
      } catch (error) {
        const { status, body } = errorAnswer(error)
        if (status >= 500) log.error({ err: error }, 'A request failed')
        else log.info({ status, error: body.error }, 'A request was refused')
        return jsonAnswer(body, { status, headers })
      }
    },
  }
}

function notAllowed(method: string): Response {
  const error = {
    code: 'invalid_request',
    message: `${method} is not answered here`,
    at: 'method',
    hint: 'Send a POST',
  }
  return jsonAnswer({ error }, { status: 405, headers: { Allow: allowed } })
}

/** Aborts `gone` as soon as the request itself is. */
function follow(signal: AbortSignal, gone: AbortController): void {
  if (signal.aborted) gone.abort(signal.reason)
  else signal.addEventListener('abort', () => gone.abort(signal.reason), { once: true })
}

/** The first language of `Accept-Language`; ChatKit sends exactly one. */
function localeOf(request: Request): string | null {
  const [first] = (request.headers.get('accept-language') ?? '').split(/[,;]/)
  return first && first.trim() !== '*' ? first.trim() : null
}

function threadOf({ params }: ChatRequest): object {
  return 'thread_id' in params ? { threadId: params.thread_id } : {}
}
