import { keepWith } from '../send.ts'
import { apiError } from './api-error.ts'
import type { Chat } from './ask-chat.ts'
import type { ChatSessions } from './chat-sessions.ts'
import { tooBig, uploadDisabled } from './file-rules.ts'

const dash = 0x2d

/** `POST /v1/chatkit/files`: an upload to the chat, within what the session of its client secret allows. */
export function filesEndpoint(sessions: ChatSessions, chat: Chat) {
  return async (request: Request): Promise<Response> => {
    const { file_upload: rules } = (await sessions.verify(request)).configuration
    if (!rules.enabled) return uploadDisabled()
    const told = tooBig(rules, Number(request.headers.get('content-length')))
    if (told) return told

    const reader = request.body?.getReader()
    const first = await reader?.read()
    if (!reader || first?.value?.[0] !== dash) {
      reader?.cancel().catch(() => {}) // not waited for: of a request that was cloned it ends only with the clone's
      return notAForm()
    }
    let size = 0
    let refused: Response | null = null
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = size === 0 ? first : await reader.read()
        if (done) return controller.close()
        size += value.byteLength
        refused = tooBig(rules, size)
        if (!refused) return controller.enqueue(value)
        reader.cancel().catch(() => {})
        throw new Error('The upload is larger than its session allows')
      },
      cancel: (reason) => reader.cancel(reason),
    })
    const response = await passOn(chat, request, { body })
    return refused ?? response
  }
}

/** An address of a file that the chat gave out: it says all, so that no client secret has to come with it, nor opens anything else. */
export function sealedEndpoint(chat: Chat) {
  return (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers)
    for (const name of ['authorization', 'cookie']) headers.delete(name)
    return passOn(chat, request, { headers })
  }
}

async function passOn(chat: Chat, request: Request, change: RequestInit): Promise<Response> {
  const inner = new Request(request, { ...change, ...(change.body ? { duplex: 'half' } : {}) })
  const response = await chat.fetch(inner)
  keepWith(response, request, inner)
  return response
}

/** What does not begin as a form might be a request of the chat's own protocol, past what the session allows. */
function notAForm(): Response {
  return apiError(400, 'The body is not a form. Send multipart/form-data with the bytes as the field `file`.')
}
