import { sameText } from '../same-text.ts'
import { bearerOf } from '../signed-tokens.ts'
import { apiError } from './api-error.ts'

type Endpoint = (request: Request, id: string) => Promise<Response>

/** Puts an endpoint behind an API key. A client secret is none, even where any key will do: browsers have those. */
export function keyCheck(apiKeys: 'any' | readonly string[]): (endpoint: Endpoint) => Endpoint {
  return (endpoint) => async (request, id) => {
    const key = bearerOf(request)
    if (key === null) return apiError(401, 'Missing bearer authentication in header.')
    return !key.startsWith('ek_') && (await isKnown(key, apiKeys))
      ? endpoint(request, id)
      : apiError(401, 'Incorrect API key provided.', { code: 'invalid_api_key' })
  }
}

async function isKnown(key: string, apiKeys: 'any' | readonly string[]): Promise<boolean> {
  if (apiKeys === 'any') return true
  const same = await Promise.all(apiKeys.map((known) => sameText(known, key)))
  return same.includes(true)
}
