import { isSameOrigin } from './upload.ts'

/** Headers that a form may carry to another origin without being asked about. */
const simple = new Set(['accept', 'accept-language', 'content-language', 'content-type'])

/**
 * Whether the way of a body can be followed: by the browser's older way of sending, which tells. To another origin it has to ask
 * for leave first, as most uploads do anyway; a plain form does not, and must not fail where nobody answers that question.
 */
export function tellsProgress(input: RequestInfo | URL, { body, method, headers }: RequestInit): boolean {
  if (typeof XMLHttpRequest !== 'function' || input instanceof Request) return false
  if (!(body instanceof FormData || body instanceof Blob)) return false
  const asksAnyway = method === 'PUT' || [...new Headers(headers).keys()].some((name) => !simple.has(name))
  return asksAnyway || isSameOrigin(String(input), globalThis.location.href)
}

/** Sends as fetch does and answers as fetch does, and tells how much of the body has gone, which fetch does not. */
export function sendWithProgress(
  url: string,
  { body, method = 'POST', headers, signal, credentials }: RequestInit,
  onProgress: (sent: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open(method, url)
    for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value)
    request.withCredentials = credentials === 'include'
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total)
    })
    request.addEventListener('load', () => resolve(responseOf(request)))
    request.addEventListener('error', () => reject(new TypeError('Failed to fetch')))
    request.addEventListener('abort', () => reject(new DOMException('The upload was aborted', 'AbortError')))
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort))
    if (signal?.aborted) return reject(new DOMException('The upload was aborted', 'AbortError'))
    signal?.addEventListener('abort', abort)
    request.send(body instanceof Blob || body instanceof FormData ? body : null)
  })
}

function responseOf(request: XMLHttpRequest): Response {
  const { status, statusText, responseText } = request
  const headers = new Headers()
  for (const line of request.getAllResponseHeaders().split('\r\n')) {
    const at = line.indexOf(': ')
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 2))
  }
  const empty = status === 204 || status === 205 || status === 304
  return new Response(empty ? null : responseText, { status, statusText, headers })
}
