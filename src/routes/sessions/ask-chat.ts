import { isParlorError, ParlorError } from '../../errors.ts'
import type { JsonRequestType, ParamsOf } from '../../protocol/index.ts'
import type { ChatSessions } from './chat-sessions.ts'

/** A chat server, as far as routes know it. */
export interface Chat {
  fetch(request: Request): Promise<Response>
}

/** Asks the chat in a user's name, through its own protocol: what it lets nobody do, routes cannot do either. */
export type AskChat = <Type extends JsonRequestType>(
  user: string,
  type: Type,
  params: ParamsOf<Type>,
  signal: AbortSignal,
) => Promise<unknown>

export function askingChat(chat: Chat, sessions: Pick<ChatSessions, 'actAs'>): AskChat {
  return async (user, type, params, signal) => {
    const headers = { Authorization: `Bearer ${await sessions.actAs(user)}`, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ type, params })
    const response = await chat.fetch(
      new Request('http://chat.internal/chatkit', { method: 'POST', headers, body, signal }),
    )
    if (response.ok) return response.json()
    const status = response.status
    await response.body?.cancel()
    if (status === 404) throw new ParlorError('not_found', { at: type, problem: 'The chat does not have it', hint: '' })
    if (status === 429 || status === 503) {
      throw new ParlorError('rate_limited', {
        at: type,
        problem: 'The chat has too much to do',
        hint: 'Try again later',
      })
    }
    throw new ParlorError('http_error', {
      at: type,
      problem: `The chat server answered ${status}`,
      hint: status === 401 ? 'Give it `context: sessions.context`' : 'See its log',
    })
  }
}

/** Whether the chat said that a thing is not there. */
export function isMissing(error: unknown): boolean {
  return isParlorError(error) && error.code === 'not_found'
}
