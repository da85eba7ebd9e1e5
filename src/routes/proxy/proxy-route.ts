import { isParlorError } from '../../errors.ts'
import { json, notAllowed, refusal } from '../answers.ts'
import { type Asker, askedBy, type UserSource } from '../asked-by.ts'
import { consoleLog, type RouteLog } from '../log.ts'
import { send } from '../send.ts'
import { type PassingBody, passingBody } from './held-body.ts'
import { checkedKey, down, failed, isJson, nobody, noSuchPath, redirected, tooLate } from './proxy-failures.ts'
import { downstreamHeaders, upstreamHeaders } from './proxy-headers.ts'
import { backoff, mayRepeatAnswer, mayRepeatFailure, repeatOf } from './retry.ts'
import { upstreamUrl } from './upstream-url.ts'

export interface ProxyRouteOptions {
  /** The chat server; nothing that a request says leads anywhere else. */
  url: string | URL
  /** Added as `Authorization: Bearer`, in place of what the page sent. */
  key?: string
  /** Tells the chat server who asks, in the header `as`; what a page writes there itself never passes. Nobody is refused. */
  user?: { as: string; from: UserSource }
  /** Set on each request to the chat server, in place of what a page sent; throw `unauthorized` to refuse one. */
  headers?: HeadersInit | ((request: Request) => HeadersInit | Promise<HeadersInit>)
  /** Whether cookies pass, both ways; default false. */
  cookies?: boolean
  /** For routes with more than one path: what follows `url` for the path of a request, `null` for a path that is none. Its query passes, too. */
  path?: (pathname: string) => string | null
  /** Methods that pass; default POST alone, with `path` GET, POST, PUT and DELETE. */
  methods?: readonly string[]
  /** How often a request is sent again, where that is safe; default 2. */
  retries?: number
  /** Whether the chat server knows a request again by its idempotency key, as `parlor/server` does: those are sent again, too. */
  idempotent?: boolean
  /** Before the first of them, in ms; doubled each time. Default 200. */
  backoffMs?: number
  /** Time until the answer begins, in ms; default 60,000. How long it then goes on is the chat server's affair. */
  timeoutMs?: number
  /** Of a request; default 25 MiB. */
  maxBodyBytes?: number
  fetch?: (request: Request) => Promise<Response>
  log?: RouteLog
}

/** A request, ready to go. */
interface Prepared {
  target: URL
  headers: Headers
  asker: Asker | null
}

const redirects: readonly number[] = [301, 302, 303, 307, 308]

/**
 * Hands requests on to a chat server. Its answer passes as it comes, chunk by chunk; when the page goes away, the chat server
 * hears of it. What goes wrong on the way is an answer in JSON.
 *
 * @example
 * const user = { as: 'x-user-id', from: async (request: Request) => (await logIn(request))?.id }
 * export const POST = proxyRoute({ url: 'http://chat.internal/chatkit', key: env.CHAT_KEY, user })
 */
export function proxyRoute(options: ProxyRouteOptions): (request: Request) => Promise<Response> {
  const { cookies = false, headers: added = {}, log = consoleLog, fetch = globalThis.fetch } = options
  const { retries = 2, backoffMs = 200, timeoutMs = 60_000, maxBodyBytes = 25 * 1024 * 1024 } = options
  const { path, methods = path ? ['GET', 'POST', 'PUT', 'DELETE'] : ['POST'], idempotent = false } = options
  const base = new URL(options.url)
  const rules = { key: checkedKey(options.key), cookies }

  function attempt(request: Request, target: URL, headers: Headers, body: PassingBody): Promise<Response> {
    const { method, signal } = request
    const sent = method === 'GET' || method === 'HEAD' ? null : (body.held ?? body.stream)
    const init: RequestInit & { duplex: 'half' } = {
      method,
      headers,
      body: sent,
      redirect: 'manual', // it would leave the one address there is
      duplex: 'half',
    }
    const how = { fetch, signal, from: request, timeoutMs, late: () => tooLate(timeoutMs) }
    return send(target, init, how, (response) => response)
  }

  /** What goes to the chat server, and who asks; refuses before anything of the body is read. */
  async function prepare(request: Request): Promise<Prepared> {
    const target = upstreamUrl(base, new URL(request.url), path)
    if (!target) throw noSuchPath()
    const headers = upstreamHeaders(request.headers, typeof added === 'function' ? await added(request) : added, rules)
    if (!options.user) return { target, headers, asker: null }
    const asker = await askedBy(request, options.user.from)
    if (!asker) throw nobody()
    headers.set(options.user.as, asker.user)
    return { target, headers, asker }
  }

  async function sendOn(request: Request, target: URL, headers: Headers): Promise<Response> {
    const body = await passingBody(request, maxBodyBytes)
    const repeat = repeatOf(request, body, idempotent)
    for (let tries = 0; ; tries++) {
      const last = tries >= retries
      try {
        const response = await attempt(request, target, headers, body)
        if (last || !mayRepeatAnswer(repeat, response.status)) return response
        await response.body?.cancel()
      } catch (error) {
        if (last || request.signal.aborted || isParlorError(error) || !mayRepeatFailure(repeat, error)) throw error
      }
      await pause(backoff(tries, backoffMs), request.signal)
    }
  }

  async function passOn(request: Request, { target, headers, asker }: Prepared): Promise<Response> {
    try {
      const response = await sendOn(request, target, headers)
      if (redirects.includes(response.status)) throw redirected()
      if (response.status >= 502 && response.status <= 504 && !isJson(response)) {
        await response.body?.cancel()
        log.warn({ status: response.status }, 'The chat server is not there')
        return json(down(`The chat server answered ${response.status}`), response.status)
      }
      const { status, statusText } = response
      const told = downstreamHeaders(response.headers, rules)
      if (asker?.cookie !== undefined) told.append('Set-Cookie', asker.cookie)
      return new Response(response.body, { status, statusText, headers: told })
    } catch (error) {
      return failed(error, request, log)
    }
  }

  return async (request) => {
    if (!methods.includes(request.method)) return notAllowed(request.method, methods.join(', '))
    try {
      return await passOn(request, await prepare(request))
    } catch (error) {
      return refusal(error, log)
    }
  }
}

/** Resolves after a time, rejects when the caller leaves meanwhile. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, ms)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}
