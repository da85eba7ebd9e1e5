import { z } from 'zod'
import { ParlorError } from '../../errors.ts'
import { processMemory, type ShortMemory } from '../short-memory.ts'
import { bearerOf, type ReadToken, randomId, type Secrets, signedTokens } from '../signed-tokens.ts'
import {
  type ChatSession,
  type CreateSession,
  createSessionSchema,
  type SessionClaims,
  sessionClaimsSchema,
} from './session.ts'

export interface ChatSessionsOptions {
  /** At least 32 bytes. Several while one is changed: the first signs, all verify. */
  secret: Secrets
  /** The workflows there are; without it any id is one. */
  workflows?: readonly string[]
  /** Keeps which sessions there are, which were cancelled, and their rate; by default in this process alone. */
  memory?: ShortMemory
  now?: () => Date
}

/** Who asks a chat server that sits behind sessions, and by which session; `null` for the REST endpoints. */
export interface SessionContext {
  readonly user: string
  readonly session: SessionClaims | null
}

/** Sessions as hosted ChatKit has them, made and checked here. */
export interface ChatSessions {
  /** Makes a session; throws `invalid_input`, or `not_found` for a workflow that is not there. */
  create(asked: CreateSession | unknown): Promise<ChatSession>
  /** From now on its secret is refused; `null` where no such session is known. */
  cancel(id: string): Promise<ChatSession | null>
  /** The session whose client secret a request carries; throws `unauthorized`. */
  verify(request: Request): Promise<SessionClaims>
  /** Who sends a request, for `createChatServer`'s `context`; throws `unauthorized`. */
  context(request: Request): Promise<SessionContext>
  /** Counts one request; how many ms until there may be another, 0 at once. */
  spend(session: SessionClaims): Promise<number>
  /** A bearer that lets this program act for a user, for half a minute. Never hand it out. */
  actAs(user: string): Promise<string>
}

const prefix = 'ek_'
const minute = 60_000
/** How long a session that is over can still be asked about. */
const rememberedMs = 10 * minute

/**
 * Client secrets are signed tokens: any process with the same `secret` verifies them. State variables are not in them, as a
 * browser could read them there.
 *
 * @example
 * const sessions = chatSessions({ secret: env.SESSION_SECRET })
 * const chat = createChatServer({ store, context: sessions.context, respond })
 * const { fetch } = sessionRoutes({ sessions, chat, upkeep: store.upkeep, apiKeys: [env.PARLOR_API_KEY] })
 */
export function chatSessions(options: ChatSessionsOptions): ChatSessions {
  const { workflows, now = () => new Date() } = options
  const { memory = processMemory({ now }) } = options
  const secrets = signedTokens(options.secret, 'chatkit.session', now)
  const own = signedTokens(options.secret, 'parlor.owner', now)
  const seconds = () => Math.floor(now().getTime() / 1000)
  const keep = (session: ChatSession) =>
    memory.set(`session:${session.id}`, JSON.stringify(session), (session.expires_at - seconds()) * 1000 + rememberedMs)

  async function claimsOf(token: string): Promise<SessionClaims> {
    const read: ReadToken = token.startsWith(prefix)
      ? await secrets.read(token.slice(prefix.length))
      : { claims: null, why: 'invalid' }
    if (read.why === 'expired') throw refused('The client secret has expired')
    const claims = sessionClaimsSchema.safeParse(read.claims)
    if (!claims.success) throw refused('The client secret is none of this server’s')
    if ((await memory.get(`cancelled:${claims.data.sid}`)) !== null) throw refused('The session was cancelled')
    return claims.data
  }

  const verify = async (request: Request) => {
    const token = bearerOf(request)
    if (token === null) throw refused('No client secret was sent')
    return claimsOf(token)
  }

  return {
    verify,

    async create(asked) {
      const { user, workflow, ...rest } = parse(asked)
      if (workflows && !workflows.includes(workflow.id)) throw noSuch(`Workflow with id '${workflow.id}' not found`)
      const { chatkit_configuration, rate_limits, expires_after } = rest
      const expiresAt = seconds() + expires_after.seconds
      const id = randomId('cksess_')
      const version = workflow.version ?? null
      const claims: SessionClaims = {
        sid: id,
        sub: user,
        exp: expiresAt,
        workflow: { id: workflow.id, version },
        configuration: chatkit_configuration,
        requestsPerMinute: rate_limits.max_requests_per_1_minute,
      }
      const session: ChatSession = {
        id,
        object: 'chatkit.session',
        client_secret: prefix + (await secrets.sign(claims, expiresAt)),
        expires_at: expiresAt,
        status: 'active',
        user,
        workflow: { id: workflow.id, version, state_variables: workflow.state_variables, tracing: workflow.tracing },
        chatkit_configuration,
        rate_limits,
        max_requests_per_1_minute: rate_limits.max_requests_per_1_minute,
      }
      await keep(session)
      return session
    },

    async cancel(id) {
      const kept = await memory.get(`session:${id}`)
      if (kept === null) return null
      const session = JSON.parse(kept) as ChatSession // as `keep` wrote it
      if (session.expires_at <= seconds()) return { ...session, status: 'expired' }
      await memory.set(`cancelled:${id}`, 'yes', (session.expires_at - seconds() + 1) * 1000)
      return { ...session, status: 'cancelled' }
    },

    async context(request) {
      const token = bearerOf(request)
      const { claims } = token === null ? { claims: null } : await own.read(token)
      if (typeof claims?.sub === 'string') return { user: claims.sub, session: null }
      const session = await verify(request)
      return { user: session.sub, session }
    },

    async spend({ sid, requestsPerMinute }) {
      const at = now().getTime()
      const spent = await memory.count(`rate:${sid}:${Math.floor(at / minute)}`, minute)
      return spent <= requestsPerMinute ? 0 : minute - (at % minute)
    },

    actAs: (user) => own.sign({ sub: user }, seconds() + 30),
  }
}

function parse(asked: unknown): z.output<typeof createSessionSchema> {
  const result = createSessionSchema.safeParse(asked)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new ParlorError('invalid_input', {
    at: (issue && z.core.toDotPath(issue.path)) || 'body',
    problem: issue?.message ?? 'Not a session',
    hint: 'Send { user, workflow: { id } }',
    cause: result.error,
  })
}

function noSuch(problem: string): ParlorError {
  return new ParlorError('not_found', { at: 'workflow.id', problem, hint: '' })
}

function refused(problem: string): ParlorError {
  return new ParlorError('unauthorized', { at: 'client_secret', problem, hint: 'Create a new session' })
}
