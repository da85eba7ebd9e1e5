import type { ChatKitOptions } from '@openai/chatkit'
import { type Fetch, globalFetch, isSameOrigin, withHeaders, withSecret } from '../client/index.ts'
import { ParlorError } from '../errors.ts'
import type { CustomApi, HostedApi } from './host-options.ts'

/** ChatKit's runtime asks for one; only OpenAI's own script looks what it says. */
const DOMAIN_KEY = 'domain_pk_localhost_dev'

/** The `api` option as ChatKit takes it: an address with a fetch, or the function that gets a secret; never both. */
export function apiOption(api: CustomApi | HostedApi, fetch: Fetch): ChatKitOptions['api'] {
  const { url, getClientSecret }: { url?: unknown; getClientSecret?: unknown } = api
  if (url !== undefined && getClientSecret !== undefined) {
    throw new ParlorError('invalid_input', {
      at: 'api',
      problem: 'There are both `url` and `getClientSecret`',
      hint: 'Keep `url` for a server of your own (its secret is `api.secret`), `getClientSecret` for a hosted session',
    })
  }
  if (isHosted(api)) return { getClientSecret: (current) => api.getClientSecret(current) }
  if (typeof url !== 'string' || url === '') {
    throw new ParlorError('invalid_input', {
      at: 'api.url',
      problem: 'There is neither `url` nor `getClientSecret`',
      hint: 'Give the address of a chat server, e.g. `api: { url: "/chatkit" }`',
    })
  }
  const { domainKey = DOMAIN_KEY, uploadStrategy } = api
  return { url, domainKey, fetch, ...(uploadStrategy ? { uploadStrategy } : {}) }
}

/** The one fetch of a host: it lives as long as the host does, asks for the latest options on each call, and keeps the secret. */
export function hostFetch(current: () => CustomApi | HostedApi, userHeaders: () => Record<string, string>): Fetch {
  const api = (): Partial<CustomApi> => {
    const latest = current()
    return isHosted(latest) ? {} : latest
  }
  const bare: Fetch = (input, init) => (api().fetch ?? globalFetch)(input, init)
  const named = withHeaders(withHeaders(bare, userHeaders), () => {
    const { headers = {} } = api()
    return typeof headers === 'function' ? headers() : headers
  })
  const withText = withHeaders(named, () => ({ Authorization: `Bearer ${api().secret}` }))
  const withAsked = withSecret(named, (refused) => {
    const { secret } = api()
    return typeof secret === 'function' ? secret(refused) : (secret ?? '')
  })
  return async (input, init) => {
    // What identifies the person is not for signed upload addresses elsewhere.
    if (!isOwn(input instanceof Request ? input.url : String(input), api())) return bare(input, init)
    const { secret } = api()
    const send = typeof secret === 'function' ? withAsked : secret ? withText : named
    return send(input, init)
  }
}

function isOwn(address: string, { url = '', uploadStrategy }: Partial<CustomApi>): boolean {
  return (
    isSameOrigin(address, url) || (uploadStrategy?.type === 'direct' && isSameOrigin(address, uploadStrategy.uploadUrl))
  )
}

function isHosted(api: CustomApi | HostedApi): api is HostedApi {
  return api.getClientSecret !== undefined
}
