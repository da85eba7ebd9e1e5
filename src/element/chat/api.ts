import type { Client, CreateClient, Fetch, UploadStrategy } from '../../client/index.ts'
import { ParlorError } from '../../errors.ts'
import type { ChatErrorName } from './failures.ts'
import type { ChatOptions } from './options.ts'

/** The way to the server that the options describe. */
export interface Api {
  client(): Client
  uploadStrategy(): UploadStrategy
  /** Gets the first client secret of a hosted session; resolves at once for a custom API. */
  authorize(): Promise<void>
  /** The next request goes to the address the options name now. */
  reset(): void
}

export interface ApiInit {
  options: () => ChatOptions
  createClient: CreateClient
  /** The global one, where the options bring none. */
  fetch: Fetch
  /** Where a hosted session is served from: `/v1/chatkit/…` is added. Never the real service, unless a host names it. */
  hostedBase: () => string
  frameId: string
  report: (name: ChatErrorName, cause: unknown) => void
}

/** What tells one server from another: a change of it starts the chat anew. */
export function serverOf({ api }: ChatOptions): string {
  return 'url' in api ? `url ${api.url}` : 'hosted'
}

/** Makes clients for the options; callbacks and locale are always the latest, so that new options need no new client. */
export function createApi({ options, createClient, fetch: globalFetch, hostedBase, frameId, report }: ApiInit): Api {
  let client: Client | null = null
  let first: Promise<string> | null = null

  async function secret(current: string | null): Promise<string> {
    const { api } = options()
    if (!('getClientSecret' in api)) return ''
    const prefetched = current === null ? first : null
    first = null
    return prefetched ?? api.getClientSecret(current)
  }

  const hostFetch: Fetch = (input, init) => {
    const { api } = options()
    const send = 'url' in api && api.fetch ? api.fetch : globalFetch
    return send(input, init)
  }

  function build(): Client {
    const { api } = options()
    return createClient({
      url: 'url' in api ? api.url : `${hostedBase()}/v1/chatkit/conversation`,
      fetch: hostFetch,
      headers: () => ({ 'Accept-Language': options().locale, 'chatkit-frame-instance-id': frameId }),
      ...('url' in api ? {} : { secret }),
      onProblem: (error) => report('StreamEventParsingError', error),
    })
  }

  return {
    client() {
      client ??= build()
      return client
    },
    uploadStrategy() {
      const { api } = options()
      if ('url' in api) return api.uploadStrategy ?? { type: 'two_phase' }
      return { type: 'direct', uploadUrl: `${hostedBase()}/v1/chatkit/files` }
    },
    async authorize() {
      const { api } = options()
      if (!('getClientSecret' in api)) return
      const asked = Promise.resolve(api.getClientSecret(null))
      first = asked
      try {
        const secret: unknown = await asked
        if (typeof secret !== 'string' || secret === '') throw notASecret(secret)
      } catch (error) {
        if (first === asked) first = null
        throw error
      }
    },
    reset() {
      client = null
      first = null
    },
  }
}

function notASecret(secret: unknown): ParlorError {
  return new ParlorError('unauthorized', {
    at: 'api.getClientSecret',
    problem: `Expected the secret as a string, got ${secret === '' ? 'an empty one' : typeof secret}`,
    hint: 'Return `client_secret` itself, not the whole answer of your server',
  })
}
