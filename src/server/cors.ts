import { ParlorError } from '../errors.ts'
import type { Answer } from './answer.ts'
import type { Incoming } from './incoming.ts'
import type { ChatServerOptions } from './options.ts'
import { refusal } from './refusals.ts'

/** Who may call from a browser, and whether cookies tell who does. */
export type Origins = Pick<ChatServerOptions<never>, 'cors' | 'cookies'>

export const allowed = 'GET, POST, PUT, OPTIONS'
const longestAsked = 2000

/** What lets a browser call from another origin; nothing for an origin that may not. */
export function corsHeaders(incoming: Incoming, { cors, cookies }: Origins): Record<string, string> {
  const origin = cors ? incoming.header('origin') : null
  if (!cors || !origin) return {}
  if (cors === '*') return { 'Access-Control-Allow-Origin': '*' }
  if (!cors.includes(origin)) return { Vary: 'Origin' }
  const credentials = cookies ? { 'Access-Control-Allow-Credentials': 'true' } : {}
  return { 'Access-Control-Allow-Origin': origin, Vary: 'Origin', ...credentials }
}

/** Answers a browser's question before a call; any header may come, as hosts add their own. */
export function preflight(incoming: Incoming, headers: Record<string, string>): Answer {
  if (!headers['Access-Control-Allow-Origin'])
    return { status: 204, headers: { ...headers, Allow: allowed }, body: null }
  const asked = incoming.header('access-control-request-headers') ?? 'content-type'
  const allowing = {
    'Access-Control-Allow-Methods': 'POST, PUT',
    'Access-Control-Allow-Headers': asked.length > longestAsked ? 'content-type' : asked,
    'Access-Control-Max-Age': '86400',
  }
  return { status: 204, headers: { ...headers, ...allowing }, body: null }
}

/** Cookies go to this server from any page: `'*'` would let every one of them act for its visitors. */
export function checkOrigins({ cors, cookies }: Origins): void {
  if (!cookies || cors !== '*') return
  throw new ParlorError('misuse', {
    at: 'cors',
    problem: "Users are known by cookies, and '*' would let any page act for them",
    hint: 'List the origins that may call',
  })
}

/** Refuses what a page of a foreign origin sends with its visitor's cookies. Whatever is not a browser tells no origin. */
export function refuseForeign(incoming: Incoming, { cors, cookies }: Origins): void {
  if (!cookies) return
  const origin = incoming.header('origin')
  if (origin === null ? !isCrossSite(incoming) : isOwn(origin, incoming.host()) || cors?.includes(origin)) return
  throw refusal(
    'unauthorized',
    { status: 403 },
    {
      at: 'headers.origin',
      problem: `Pages of ${origin ?? 'other sites'} may not call this server`,
      hint: 'Add the origin to `cors`',
    },
  )
}

function isCrossSite(incoming: Incoming): boolean {
  const site = incoming.header('sec-fetch-site')
  return site === 'cross-site' || site === 'same-site'
}

/** By the host alone: behind a proxy, a server does not know that it is asked by https. */
function isOwn(origin: string, host: string): boolean {
  return origin.replace(/^https?:\/\//, '') === host
}
