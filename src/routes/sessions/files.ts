import type { Chat } from './ask-chat.ts'
import type { ChatSessions } from './chat-sessions.ts'
import { tooBig, uploadDisabled } from './file-rules.ts'

/** `POST /v1/chatkit/files`: an upload to the chat, within what the session of its client secret allows. */
export function filesEndpoint(sessions: ChatSessions, chat: Chat) {
  return async (request: Request): Promise<Response> => {
    const { configuration } = await sessions.verify(request)
    if (!configuration.file_upload.enabled) return uploadDisabled()
    const size = Number(request.headers.get('content-length'))
    return tooBig(configuration.file_upload, size) ?? chat.fetch(request)
  }
}
