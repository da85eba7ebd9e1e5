import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { json, notAllowed, refusal } from './answers.ts'
import { askedBy, type UserSource } from './asked-by.ts'
import { consoleLog, type RouteLog } from './log.ts'
import { jsonObjectIn, readText } from './read-body.ts'
import { processMemory, type ShortMemory } from './short-memory.ts'
import { bearerOf, randomId, type Secrets, signedTokens } from './signed-tokens.ts'

export interface TokenRoutesOptions {
  /** At least 32 bytes. Several while one is changed: the first signs, all verify. */
  secret: Secrets
  /** Who gets a token. Asked again at each refresh: who has logged out gets no other. */
  user: UserSource
  /** How long a token counts; default 600. */
  ttlSeconds?: number
  /** How long after its end a token can still be refreshed; default 60. */
  graceSeconds?: number
  /** How long after its start a chat can go on by refreshing; default 12 hours. */
  maxAgeSeconds?: number
  /** Keeps which tokens were refreshed and which chats are shut; by default in this process alone. */
  memory?: ShortMemory
  now?: () => Date
  log?: RouteLog
}

export interface TokenRoutes {
  /** `POST`: a first token, as `{ client_secret, expires_at }` (Unix seconds). */
  start(request: Request): Promise<Response>
  /** `POST` with the current token as a bearer, or as `{ currentClientSecret }`: the next token. */
  refresh(request: Request): Promise<Response>
  /** Both, by the end of the path: `…/start`, `…/refresh`. */
  fetch(request: Request): Promise<Response>
  /** Who sends a request, for `createChatServer`'s `context`; throws `unauthorized`. */
  verify(request: Request): Promise<TokenContext>
}

export interface TokenContext {
  readonly user: string
  /** The same for all tokens that came of one start. */
  readonly chat: string
}

const claimsSchema = z.object({ sub: z.string(), sid: z.string(), jti: z.string(), begun: z.number(), exp: z.number() })
type Claims = z.infer<typeof claimsSchema>

/** A refresh whose answer was lost is asked again; within these seconds that is no theft. */
const repeatSeconds = 30
const maxBodyBytes = 64 * 1024

/**
 * Short-lived tokens for a chat server of your own. A token that is refreshed a second time, more than 30 seconds after the
 * first, was copied: that chat is shut, all its tokens stop to count, and its user starts anew.
 *
 * @example
 * const tokens = tokenRoutes({ secret: env.TOKEN_SECRET, user: async (request) => (await logIn(request))?.id })
 * const chat = createChatServer({ store, context: tokens.verify, respond })
 */
export function tokenRoutes(options: TokenRoutesOptions): TokenRoutes {
  const { ttlSeconds = 600, graceSeconds = 60, maxAgeSeconds = 12 * 60 * 60 } = options
  const { now = () => new Date(), log = consoleLog } = options
  const { memory = processMemory({ now }) } = options
  const tokens = signedTokens(options.secret, 'parlor.token', now)
  const seconds = () => Math.floor(now().getTime() / 1000)

  async function issue(user: string, chat: { sid: string; begun: number }, cookie?: string): Promise<Response> {
    const expiresAt = Math.min(seconds() + ttlSeconds, chat.begun + maxAgeSeconds)
    const claims = { sub: user, sid: chat.sid, jti: randomId('tok_'), begun: chat.begun }
    const answer = { client_secret: await tokens.sign(claims, expiresAt), expires_at: expiresAt }
    return json(answer, 200, cookie === undefined ? {} : { 'Set-Cookie': cookie })
  }

  async function read(token: string | null, grace: number): Promise<Claims> {
    if (token === null) throw refused('No token was sent', 'Send `Authorization: Bearer …`')
    const { claims, why } = await tokens.read(token, { graceSeconds: grace })
    if (why === 'expired') throw refused('The token has expired', 'Refresh it, or start anew')
    const known = claimsSchema.safeParse(claims)
    if (!known.success) throw refused('The token is none of this server’s', 'Start anew')
    if ((await memory.get(`shut:${known.data.sid}`)) !== null) throw refused('This chat was shut', 'Start anew')
    return known.data
  }

  /** What is remembered is remembered for as long as a token could come that it counts for. */
  async function notUsedBefore({ sid, jti, begun, exp }: Claims): Promise<void> {
    const before = await memory.get(`refreshed:${jti}`)
    const msUntil = (end: number) => (end + graceSeconds + 1 - seconds()) * 1000
    if (before === null) return memory.set(`refreshed:${jti}`, String(seconds()), msUntil(exp))
    if (seconds() - Number(before) <= repeatSeconds) return
    await memory.set(`shut:${sid}`, 'yes', msUntil(begun + maxAgeSeconds))
    log.warn({ chat: sid }, 'A token was refreshed twice: its chat is shut')
    throw refused('The token was refreshed before', 'Start anew')
  }

  const post = (answer: (request: Request) => Promise<Response>) => async (request: Request) => {
    if (request.method !== 'POST') return notAllowed(request.method, 'POST')
    try {
      return await answer(request)
    } catch (error) {
      return refusal(error, log)
    }
  }

  const start = post(async (request) => {
    const asker = await askedBy(request, options.user)
    if (!asker) throw nobody()
    return issue(asker.user, { sid: randomId('chat_'), begun: seconds() }, asker.cookie)
  })

  const refresh = post(async (request) => {
    const claims = await read(bearerOf(request) ?? (await tokenIn(request)), graceSeconds)
    const asker = await askedBy(request, options.user)
    if (asker?.user !== claims.sub) throw nobody()
    if (claims.begun + maxAgeSeconds <= seconds()) throw refused('This chat has gone on long enough', 'Start anew')
    await notUsedBefore(claims)
    return issue(claims.sub, claims)
  })

  return {
    start,
    refresh,
    async fetch(request) {
      const { pathname } = new URL(request.url)
      if (/\/start\/?$/.test(pathname)) return start(request)
      if (/\/refresh\/?$/.test(pathname)) return refresh(request)
      const hint = 'Call …/start or …/refresh'
      return refusal(new ParlorError('not_found', { at: 'path', problem: 'There is no such route', hint }), log)
    },
    async verify(request) {
      const { sub, sid } = await read(bearerOf(request), 0)
      return { user: sub, chat: sid }
    },
  }
}

async function tokenIn(request: Request): Promise<string | null> {
  const body = jsonObjectIn(await readText(request, maxBodyBytes))
  const token = body?.currentClientSecret ?? body?.client_secret
  return typeof token === 'string' ? token : null
}

function refused(problem: string, hint: string): ParlorError {
  return new ParlorError('unauthorized', { at: 'token', problem, hint })
}

function nobody(): ParlorError {
  return new ParlorError('unauthorized', { at: 'user', problem: 'The request does not say who asks', hint: 'Log in' })
}
