import type { ChatServerOptions } from './options.ts'

type Cors = ChatServerOptions<never>['cors']

/** What lets a browser call from another origin; nothing for an origin that may not. */
export function corsHeaders(request: Request, cors: Cors): Record<string, string> {
  const origin = request.headers.get('origin')
  if (!cors || !origin) return {}
  if (cors === '*') return { 'Access-Control-Allow-Origin': '*' }
  return cors.includes(origin) ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : { Vary: 'Origin' }
}

/** Answers a browser's question before a call; any header may come, as hosts add their own. */
export function preflight(request: Request, cors: Cors): Response {
  const headers = corsHeaders(request, cors)
  if (!headers['Access-Control-Allow-Origin'])
    return new Response(null, { status: 204, headers: { ...headers, Allow: allowed } })
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'Access-Control-Allow-Methods': 'POST, PUT',
      'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? 'content-type',
      'Access-Control-Max-Age': '86400',
    },
  })
}

export const allowed = 'GET, POST, PUT, OPTIONS'
