import { z } from 'zod'
import { ParlorError } from '../errors.ts'
import {
  type Attachment,
  attachmentSchema,
  dropNulls,
  type JsonAnswers,
  type JsonRequestType,
  type ParamsOf,
  type RequestType,
  type StreamingRequestType,
  type ThreadStreamEvent,
} from '../protocol/index.ts'
import { delay } from './abort.ts'
import { type OnProblem, readAnswer } from './answers.ts'
import { bodyError, httpError, parseJson, sendError, unexpectedAnswer } from './failures.ts'
import { type Fetch, globalFetch, type SendInit } from './fetch.ts'
import { newKey } from './new-key.ts'
import { readEvents } from './read-events.ts'
import { formOf, isSameOrigin, missingDescriptor, type UploadStrategy, uploadInit } from './upload.ts'
import { type HeadersSource, withHeaders } from './with-headers.ts'
import { type SecretSource, withSecret } from './with-secret.ts'

export interface ClientOptions {
  /** The one address of the chat server; relative ones are the page's own. */
  url: string
  fetch?: Fetch
  /** Who asks, and what else the server wants to know. */
  headers?: HeadersSource
  /** Sent as `Authorization: Bearer`. */
  secret?: SecretSource
  /** One BCP 47 tag, sent as `Accept-Language`. */
  locale?: string
  /** Told of every event and item that was skipped because it could not be read. */
  onProblem?: OnProblem
  /** Pauses in ms before reading requests are sent again, when no answer came at all. */
  retryDelays?: readonly number[]
}

export interface UploadOptions {
  signal?: AbortSignal | undefined
  /** Told how much of the file has gone, 0 to 1; never, where the fetch in use cannot tell. */
  onProgress?: ((sent: number) => void) | undefined
}

export interface RequestOptions {
  signal?: AbortSignal | undefined
  /**
   * Names what the user did, in up to 200 characters, so that a server that knows it does nothing twice when it is sent again.
   * Actions get one of their own for each call; messages none unless given.
   */
  idempotencyKey?: string | undefined
}

/** Speaks the ChatKit protocol. What fails throws a ParlorError; its `at` is the place the server names, else the request's type. */
export interface Client {
  /** Asks for one JSON answer. */
  request<Type extends JsonRequestType>(
    type: Type,
    params: ParamsOf<Type>,
    options?: RequestOptions,
  ): Promise<JsonAnswers[Type]>
  /** Asks for a stream of events; sent when the first one is asked for, ended by leaving the loop. */
  stream<Type extends StreamingRequestType>(
    type: Type,
    params: ParamsOf<Type>,
    options?: RequestOptions,
  ): AsyncGenerator<ThreadStreamEvent, void, undefined>
  /** Brings a file to the server; messages name it by the `id` it gets. */
  upload(file: File, strategy?: UploadStrategy, options?: UploadOptions): Promise<Attachment>
}
export type CreateClient = (options: ClientOptions) => Client

/** Requests that change nothing, and may be asked twice. */
const reads: ReadonlySet<RequestType> = new Set(['threads.get_by_id', 'threads.list', 'items.list'])

/** Requests that a user's click makes. */
const actions: ReadonlySet<RequestType> = new Set(['threads.custom_action', 'threads.sync_custom_action'])

/**
 * A client for one chat server, without any UI.
 * @example for await (const event of createClient({ url: '/chatkit' }).stream('threads.create', { input })) state = reduce(state, event)
 */
export function createClient({
  url,
  fetch = globalFetch,
  headers,
  secret,
  locale,
  onProblem = () => {},
  retryDelays = [200, 800],
}: ClientOptions): Client {
  const withOwnHeaders = headers === undefined ? fetch : withHeaders(fetch, headers)
  const ask = secret === undefined ? withOwnHeaders : withSecret(withOwnHeaders, secret)

  async function send(at: string, to: string, init: SendInit, by: Fetch, signal?: AbortSignal): Promise<Response> {
    const response = await by(to, signal ? { ...init, signal } : init).catch((cause: unknown) => {
      throw sendError(cause, at, to, signal)
    })
    if (!response.ok) throw await httpError(response, at)
    return response
  }

  /** @param key not a header: servers of other origins would have to allow that, and the reference server ignores metadata */
  function post(type: RequestType, params: object, accept: string, { signal, idempotencyKey: key }: RequestOptions) {
    const own = { 'Content-Type': 'application/json', Accept: accept, ...(locale ? { 'Accept-Language': locale } : {}) }
    const metadata = key === undefined ? {} : { metadata: { idempotency_key: key } }
    return send(
      type,
      url,
      { method: 'POST', headers: own, body: JSON.stringify({ type, params, ...metadata }) },
      ask,
      signal,
    )
  }

  async function postAgain(type: RequestType, params: object, options: RequestOptions): Promise<Response> {
    const { signal } = options
    for (const pause of reads.has(type) ? retryDelays : []) {
      try {
        return await post(type, params, 'application/json', options)
      } catch (error) {
        if (!(error instanceof ParlorError) || error.code !== 'network') throw error
        await delay(pause, signal).catch((cause: unknown) => {
          throw sendError(cause, type, url, signal)
        })
      }
    }
    return post(type, params, 'application/json', options)
  }

  const client: Client = {
    async request(type, params, options = {}) {
      const { signal } = options
      const response = await postAgain(type, params, withKey(type, options))
      const json = await readJson(response, type, signal)
      return readable(type, () => readAnswer[type](json, onProblem))
    },
    async *stream(type, params, options = {}) {
      const { signal } = options
      const response = await post(type, params, 'text/event-stream', withKey(type, options))
      yield* readEvents(response, { at: type, signal, onProblem })
    },
    async upload(file, strategy = { type: 'two_phase' }, { signal, onProgress } = {}) {
      const told = onProgress ? { onProgress } : {}
      if (strategy.type === 'direct') {
        const init = { method: 'POST', body: formOf(file), ...told }
        const response = await send('upload', strategy.uploadUrl, init, ask, signal)
        const json = await readJson(response, 'upload', signal)
        return readable('upload', () => attachmentSchema.parse(dropNulls(json)))
      }
      const described = { name: file.name, size: file.size, mime_type: file.type || 'application/octet-stream' }
      const { upload_descriptor: to, ...attachment } = await client.request('attachments.create', described, { signal })
      if (!to) throw missingDescriptor()
      // Secrets and headers are meant for the chat server; a signed address elsewhere must not see them, and would refuse them.
      const response = await send(
        'upload',
        to.url,
        { ...uploadInit(file, to), ...told },
        isSameOrigin(to.url, url) ? ask : fetch,
        signal,
      )
      await response.body?.cancel()
      return attachment
    },
  }
  return client
}

/** A click is one call: whoever sends it again by another call gives the key of the first. */
function withKey(type: RequestType, options: RequestOptions): RequestOptions {
  return actions.has(type) ? { ...options, idempotencyKey: options.idempotencyKey ?? newKey() } : options
}

async function readJson(response: Response, at: string, signal?: AbortSignal): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw bodyError(cause, at, signal)
  })
  const json = text.trim() === '' ? {} : parseJson(text)
  if (json === undefined) throw unexpectedAnswer(response, at, 'JSON')
  return json
}

function readable<Answer>(at: string, read: () => Answer): Answer {
  try {
    return read()
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined
    throw new ParlorError('invalid_event', {
      at: [at, ...(issue?.path ?? [])].join('.'),
      problem: `Not a readable answer: ${issue?.message ?? 'unknown shape'}`,
      hint: "Compare the server's answer with the protocol",
      cause,
    })
  }
}
