import { json } from '../answers.ts'
import type { RouteLog } from '../log.ts'
import { apiError, apiFailure } from './api-error.ts'
import type { ChatSessions } from './chat-sessions.ts'
import type { SessionApi } from './starter.ts'

/** The session API of this server. */
export function ownApi(sessions: ChatSessions, log: RouteLog): SessionApi {
  const orFailure = (answering: Promise<Response>) => answering.catch((error: unknown) => apiFailure(error, log))
  return {
    missing: null,
    create: (body) => orFailure(sessions.create(body).then((session) => json(session))),
    cancel: (id) =>
      orFailure(
        sessions
          .cancel(id)
          .then((session) => (session ? json(session) : apiError(404, `Chatkit Session with id '${id}' not found.`))),
      ),
    redacted: (text) => text,
  }
}
