import { ParlorError } from '../../errors.ts'
import { withCors } from '../cors.ts'
import type { RouteLog } from '../log.ts'
import { jsonObjectIn, readText } from '../read-body.ts'
import { apiError, apiFailure } from './api-error.ts'
import { askingChat } from './ask-chat.ts'
import { conversationEndpoint } from './conversation.ts'
import { filesEndpoint, sealedEndpoint } from './files.ts'
import { keyCheck } from './key-check.ts'
import { ownApi } from './own-api.ts'
import { threadEndpoints } from './rest-threads.ts'
import type { OwnSessionOptions } from './session-routes.ts'

/** Answers one method of one path; `id` is the part of the path that names a thread or session. */
type Endpoint = (request: Request, id: string) => Promise<Response>

const maxSessionBytes = 256 * 1024

/** Each path below `/v1/chatkit`, with its methods. */
function endpointsOf(options: OwnSessionOptions, log: RouteLog): ReadonlyMap<string, Record<string, Endpoint>> {
  const { sessions, chat, maxBodyBytes = 10 * 1024 * 1024 } = options
  const withKey = keyCheck(options.apiKeys)
  const api = ownApi(sessions, log)
  const ask = askingChat(chat, sessions)
  const threads = threadEndpoints(ask, options.upkeep)
  const file = sealedEndpoint(chat)
  const sealed = { GET: file, HEAD: file, PUT: file, POST: file }
  return new Map(
    Object.entries({
      sessions: { POST: withKey(async (request) => api.create(await bodyOf(request), request.signal)) },
      'sessions/{id}/cancel': { POST: withKey((request, id) => api.cancel(id, request.signal)) },
      threads: { GET: withKey(threads.list) },
      'threads/{id}': { GET: withKey(threads.retrieve), DELETE: withKey(threads.delete) },
      'threads/{id}/items': { GET: withKey(threads.items) },
      conversation: { POST: conversationEndpoint({ chat, sessions, ask, maxBodyBytes }) },
      files: { POST: filesEndpoint(sessions, chat) },
      'files/{id}': sealed,
      'conversation/files/{id}': sealed,
    }),
  )
}

/** The addresses of hosted ChatKit, wherever they are mounted: what counts is the end of the path. */
export function sessionEndpoints(options: OwnSessionOptions, log: RouteLog): (request: Request) => Promise<Response> {
  const endpoints = endpointsOf(options, log)

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const { name, id } = placeOf(pathname)
    const methods = endpoints.get(name)
    if (!methods || id === null) return apiError(404, `Unknown request URL: ${request.method} ${pathname}.`)
    if (request.method === 'OPTIONS') return new Response(null, { status: 204 })
    const endpoint = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined
    if (endpoint) return endpoint(request, id)
    const allow = Object.keys(methods).join(', ')
    return apiError(405, `Not allowed: ${request.method} ${pathname}. Send ${allow}.`, { headers: { Allow: allow } })
  }

  return async (request) =>
    withCors(request, await answer(request).catch((error: unknown) => apiFailure(error, log)), options.cors)
}

const place = /\/chatkit\/(sessions|threads|conversation\/files|conversation|files)(?:\/([^/]+)(?:\/([^/]+))?)?\/?$/

/** `threads/{id}/items` and the id, from a path; an id that cannot be decoded is `null`. */
function placeOf(pathname: string): { name: string; id: string | null } {
  const [, name = '', part, rest] = place.exec(pathname) ?? []
  if (part === undefined) return { name, id: '' }
  return { name: `${name}/{id}${rest === undefined ? '' : `/${rest}`}`, id: decoded(part) }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const body = jsonObjectIn(await readText(request, maxSessionBytes))
  if (body) return body
  throw new ParlorError('invalid_request', { at: 'body', problem: 'The body is not a JSON object', hint: '' })
}
