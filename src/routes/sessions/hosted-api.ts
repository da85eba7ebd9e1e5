import { send } from '../send.ts'
import type { SessionApi } from './starter.ts'

export interface HostedApiOptions {
  /** `process.env.OPENAI_API_KEY`; without it every call answers 500 and says so. */
  apiKey: string | undefined
  /** Where the API is; default `https://api.openai.com`. */
  baseUrl?: string | undefined
  fetch?: (request: Request) => Promise<Response>
  /** Time for the API to answer, in ms; default 30,000. */
  timeoutMs?: number
}

/** OpenAI's own session API, with the key. */
export function hostedApi(options: HostedApiOptions): SessionApi {
  const { apiKey, baseUrl = 'https://api.openai.com', fetch = globalThis.fetch, timeoutMs = 30_000 } = options
  const base = baseUrl.replace(/\/+$/, '').replace(/\/v1$/, '')

  const post = (path: string, body: unknown, signal: AbortSignal) =>
    send(
      `${base}/v1/chatkit/sessions${path}`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${apiKey}`,
          'Content-Type': 'application/json',
          'OpenAI-Beta': 'chatkit_beta=v1',
        },
        body: JSON.stringify(body),
        redirect: 'manual', // a key follows no redirect
      },
      { fetch, signal, timeoutMs, late: () => new Error(`The session API did not answer within ${timeoutMs} ms`) },
      async (response) => new Response((await response.text()) || null, { status: response.status }),
    )

  return {
    missing: apiKey ? null : 'Missing OPENAI_API_KEY environment variable',
    create: (body, signal) => post('', body, signal),
    cancel: (id, signal) => post(`/${encodeURIComponent(id)}/cancel`, {}, signal),
    redacted: (text) => (apiKey ? text.replaceAll(apiKey, '[key]') : text).replace(/\bsk-[\w*-]+/g, '[key]'),
  }
}
