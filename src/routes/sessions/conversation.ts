import { z } from 'zod'
import { isStreaming, pageOf, type RequestType } from '../../protocol/index.ts'
import { json } from '../answers.ts'
import { asObject, jsonObjectIn, readBytes } from '../read-body.ts'
import { keepWith } from '../send.ts'
import { apiError } from './api-error.ts'
import type { AskChat, Chat } from './ask-chat.ts'
import type { ChatSessions } from './chat-sessions.ts'
import { filesRefused } from './file-rules.ts'
import type { SessionClaims } from './session.ts'

interface ConversationOptions {
  chat: Chat
  sessions: ChatSessions
  ask: AskChat
  maxBodyBytes: number
}

interface Asked {
  type: string
  params: Record<string, unknown>
}

const rowsSchema = pageOf(z.looseObject({ id: z.string() }))
const mostRows = 100
/** Rows of a page when none, or 0, is asked for. */
const usualRows = 20

/** `POST /v1/chatkit/conversation`: ChatKit's protocol behind a client secret, within what its session allows. */
export function conversationEndpoint({ chat, sessions, ask, maxBodyBytes }: ConversationOptions) {
  return async (request: Request): Promise<Response> => {
    const session = await sessions.verify(request)
    const body = await readBytes(request, maxBodyBytes)
    const asked = askedIn(new TextDecoder().decode(body))
    // Which requests count is nowhere written: here those that start a turn, so that reading a long history is free.
    const wait = isStreaming(asked.type as RequestType) ? await sessions.spend(session) : 0 // any string may be asked about
    if (wait > 0) return rateLimited(session, wait)
    const refused = filesRefused(session, asked)
    if (refused) return refused
    if (asked.type === 'threads.list') {
      const { enabled, recent_threads } = session.configuration.history
      if (!enabled) return json({ data: [], has_more: false })
      if (recent_threads !== null)
        return json(await recentThreads(session.sub, recent_threads, asked.params, request.signal))
    }
    const headers = new Headers(request.headers)
    headers.delete('content-length')
    const inner = new Request(request.url, { method: 'POST', headers, body, signal: request.signal })
    const response = await chat.fetch(inner)
    keepWith(response, request, inner)
    return response
  }

  /** A page of the user's newest threads alone. */
  async function recentThreads(
    user: string,
    most: number,
    { limit, order, after }: Asked['params'],
    signal: AbortSignal,
  ) {
    const threads: { id: string }[] = []
    for (let more = true, cursor: string | undefined; more && threads.length < most; ) {
      const rows = Math.min(most - threads.length, mostRows)
      const params = { limit: rows, order: 'desc' as const, ...(cursor === undefined ? {} : { after: cursor }) }
      const page = rowsSchema.parse(await ask(user, 'threads.list', params, signal))
      threads.push(...page.data)
      more = page.has_more && page.after !== undefined
      cursor = page.after
    }
    if (order === 'asc') threads.reverse()
    const start = threads.findIndex(({ id }) => id === after) + 1 // a cursor that is not there starts from the beginning
    const end = start + ((typeof limit === 'number' && limit > 0 && limit) || usualRows)
    const data = threads.slice(start, end)
    const hasMore = end < threads.length
    return { data, has_more: hasMore, ...(hasMore ? { after: data.at(-1)?.id } : {}) }
  }
}

/** What is asked, as far as it can be told; what it is not goes to the chat server, which says what is wrong. */
function askedIn(text: string): Asked {
  const body = jsonObjectIn(text)
  return { type: typeof body?.type === 'string' ? body.type : '', params: asObject(body?.params) ?? {} }
}

function rateLimited({ requestsPerMinute }: SessionClaims, waitMs: number): Response {
  const wait = Math.ceil(waitMs / 1000)
  const message = `Rate limit reached: ${requestsPerMinute} requests per minute in this session. Try again in ${wait} s.`
  const headers = { 'Retry-After': String(wait) }
  return apiError(429, message, { type: 'rate_limit_error', code: 'rate_limit_exceeded', headers })
}
