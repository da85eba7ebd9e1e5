import { isParlorError } from '../../errors.ts'
import { json, statusOf } from '../answers.ts'
import { type Asker, askedBy, type UserSource } from '../asked-by.ts'
import type { RouteLog } from '../log.ts'
import { asObject, jsonObjectIn, readText } from '../read-body.ts'
import { upstreamMessage } from './upstream-message.ts'

/** Who may have sessions of which workflow, as ChatKit's starter app asks for them. */
export interface StarterOptions {
  /** Who asks; by default a random id in the cookie that the starter app uses. */
  user?: UserSource
  /** The workflow when the page names none. */
  workflow?: string | undefined
  /** What pages may name; without it any workflow of the key. */
  workflows?: readonly string[]
}

/** The API that makes sessions. */
export interface SessionApi {
  create(body: unknown, signal: AbortSignal): Promise<Response>
  cancel(id: string, signal: AbortSignal): Promise<Response>
  /** `null` where it can be asked; else the answer that says what is not set. */
  missing: string | null
  /** Takes what must not reach a page out of a text. */
  redacted(text: string): string
}

export interface StarterRoutes {
  /** `POST`: a session for who asks, as `{ client_secret, expires_at, expires_after, session_id }`. */
  create(request: Request): Promise<Response>
  /** `POST { session_id }`: ends it, as `{ session_id, status }`. */
  cancel(request: Request): Promise<Response>
}

const starterCookie = 'chatkit_session_id'
const maxBodyBytes = 64 * 1024

/** The starter app's own routes (reference/hosted-sessions.md §5), over any API that makes sessions. */
export function starterRoutes(api: SessionApi, options: StarterOptions, log: RouteLog): StarterRoutes {
  const { user = { cookie: starterCookie }, workflow, workflows } = options

  /** Every answer from here on carries a cookie that was made for who asks. */
  const post =
    (answer: (request: Request, asker: Asker, body: Record<string, unknown>) => Promise<Response>) =>
    async (request: Request): Promise<Response> => {
      if (request.method !== 'POST') return json({ error: 'Method Not Allowed' }, 405, { Allow: 'POST' })
      if (api.missing !== null) return json({ error: api.missing }, 500)
      let asker: Asker | null = null
      let response: Response
      try {
        const text = await readText(request, maxBodyBytes).catch(() => '') // a body that cannot be read is none
        asker = await askedBy(request, user)
        response = asker
          ? await answer(request, asker, jsonObjectIn(text) ?? {})
          : json({ error: 'The request does not say who asks' }, 401)
      } catch (error) {
        response = failed(error)
      }
      if (asker?.cookie !== undefined) response.headers.append('Set-Cookie', asker.cookie)
      return response
    }

  function failed(error: unknown): Response {
    const status = statusOf(error)
    if (status < 500 && isParlorError(error)) return json({ error: error.problem }, status)
    const message = error instanceof Error ? api.redacted(`${error.name}: ${error.message}`) : 'Not an error' // it may quote the key
    log.error({ message }, 'A session route failed')
    return json({ error: 'Unexpected error' }, 500)
  }

  async function read(response: Response) {
    const answered = jsonObjectIn(api.redacted(await response.text())) ?? {}
    if (response.ok) return { answered, refused: null }
    const message = upstreamMessage(answered) ?? `The session API answered ${response.status}`
    log.warn({ status: response.status, message }, 'The session API refused')
    return {
      answered,
      refused: json({ error: message, details: answered }, response.status >= 400 ? response.status : 502),
    }
  }

  return {
    create: post(async ({ signal }, asker, body) => {
      const id = text(asObject(body.workflow)?.id) ?? text(body.workflowId) ?? workflow
      if (!id) return json({ error: 'Missing workflow id' }, 400)
      if (workflows && !workflows.includes(id)) return json({ error: `Workflow with id '${id}' not found.` }, 404)
      const upload = asObject(asObject(body.chatkit_configuration)?.file_upload)
      const asked = {
        workflow: { id },
        user: asker.user,
        chatkit_configuration: { file_upload: { enabled: upload?.enabled === true } },
      }
      const { answered, refused } = await read(await api.create(asked, signal))
      if (refused) return refused
      const secret = text(answered.client_secret)
      if (!secret) return json({ error: 'The session API gave no client secret' }, 502)
      return json({
        client_secret: secret,
        expires_after: answered.expires_after ?? null,
        expires_at: answered.expires_at ?? null,
        session_id: answered.id ?? null,
      })
    }),

    cancel: post(async ({ signal }, _asker, body) => {
      const id = text(body.session_id)
      if (!id) return json({ error: 'Missing session id' }, 400)
      const { answered, refused } = await read(await api.cancel(id, signal))
      return refused ?? json({ session_id: id, status: answered.status ?? 'cancelled' })
    }),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
