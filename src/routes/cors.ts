/** Origins that browsers may call from: `'*'`, or a list. */
export type Cors = '*' | readonly string[]

/** Adds to an answer what lets a browser of another origin read it; also answers its question before a call. */
export function withCors(request: Request, response: Response, cors: Cors | undefined): Response {
  const origin = request.headers.get('origin')
  if (!cors || !origin) return response
  const allowed = cors === '*' ? '*' : cors.includes(origin) ? origin : null
  const answer = new Response(response.body, response)
  if (cors !== '*') answer.headers.append('Vary', 'Origin')
  if (allowed === null) return answer
  answer.headers.set('Access-Control-Allow-Origin', allowed)
  if (request.method === 'OPTIONS') {
    const asked = request.headers.get('access-control-request-headers')
    answer.headers.set('Access-Control-Allow-Methods', 'GET, POST, DELETE')
    answer.headers.set('Access-Control-Allow-Headers', asked ?? 'authorization, content-type')
    answer.headers.set('Access-Control-Max-Age', '86400')
  }
  return answer
}
