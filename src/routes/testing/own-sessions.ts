import { type ChatServerOptions, countedIds, createChatServer, memoryStore } from '../../server/index.ts'
import type { Turn } from '../../server/turn.ts'
import { chatSessions, type SessionContext } from '../sessions/chat-sessions.ts'
import { type OwnSessionOptions, sessionRoutes } from '../sessions/session-routes.ts'
import { keptLog } from './kept-log.ts'

export const secret = 'a secret of thirty-two bytes, or of more'
/** What a session is asked for with, at least. */
export const asked = { user: 'ada', workflow: { id: 'wf_1' } }

/** A chat that says "Hello", behind sessions, with a clock that the test moves. */
export function ownSessions(
  options: Partial<OwnSessionOptions> & {
    workflows?: readonly string[]
    attachments?: ChatServerOptions<SessionContext>['attachments']
    respond?: (turn: Turn<SessionContext>) => unknown
  } = {},
) {
  let at = Date.parse('2026-01-02T03:04:05Z')
  const now = () => new Date(at)
  const log = keptLog()
  const store = memoryStore()
  const { workflows, attachments, respond = (turn) => turn.say('Hello'), ...rest } = options
  const sessions = chatSessions({ secret, now, ...(workflows ? { workflows } : {}) })
  const chat = createChatServer<SessionContext>({
    store,
    now,
    ids: countedIds(),
    log: { info() {}, ...log },
    context: sessions.context,
    ...(attachments ? { attachments } : {}),
    respond: async (turn) => void (await respond(turn)),
  })
  const routes = sessionRoutes({ sessions, chat, upkeep: store.upkeep, apiKeys: ['key'], log, ...rest })
  function pass(seconds: number) {
    at += seconds * 1000
  }

  /** Sends one of ChatKit's requests with a client secret. */
  const converse = (clientSecret: string, type: string, params: object = {}, init: RequestInit = {}) =>
    routes.fetch(
      new Request('https://api.test/v1/chatkit/conversation', {
        method: 'POST',
        headers: { authorization: `Bearer ${clientSecret}`, ...init.headers },
        body: JSON.stringify({ type, params }),
      }),
    )
  /** Calls a REST endpoint with the key. */
  const rest_ = (
    method: string,
    path: string,
    body?: unknown,
    headers: HeadersInit = { authorization: 'Bearer key' },
  ) =>
    routes.fetch(
      new Request(`https://api.test/v1/chatkit/${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
  /** Starts a thread; gives its id. */
  async function startThread(user: string, text: string): Promise<string> {
    const { client_secret } = await sessions.create({ ...asked, user })
    const input = { content: [{ type: 'input_text', text }], attachments: [], inference_options: {} }
    const events = await (await converse(client_secret, 'threads.create', { input })).text()
    return /"thread":\{"id":"([^"]+)"/.exec(events)?.[1] ?? events
  }
  return { sessions, chat, store, routes, log, pass, converse, rest: rest_, startThread }
}
