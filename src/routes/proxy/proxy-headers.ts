/** Headers of one connection, not of the message (RFC 9110, 7.6.1). */
const hopByHop = [
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade'],
]
/** What the fetch of this side writes itself, or must not pass: how bytes were packed, and what only our caller knows. */
const ownToRequest = ['host', 'content-length', 'accept-encoding', 'expect']
/** `alt-svc` speaks of the other server's port. */
const ownToResponse = ['alt-svc']

function without(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers(headers)
  const listed = (headers.get('connection') ?? '').split(',').map((name) => name.trim())
  for (const name of [...hopByHop, ...names, ...listed]) if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) kept.delete(name)
  return kept
}

export interface ProxyHeaderRules {
  /** Sent as `Authorization: Bearer`. */
  key: string | undefined
  /** Whether cookies pass, both ways. */
  cookies: boolean
}

/** What the other server is sent: what came, without what is this connection's or secret, then what the host adds. */
export function upstreamHeaders(came: Headers, added: HeadersInit, { key, cookies }: ProxyHeaderRules): Headers {
  const headers = without(came, cookies ? ownToRequest : [...ownToRequest, 'cookie'])
  headers.set('accept-encoding', 'identity') // bytes pass as they are: nothing unpacks them on the way
  if (key !== undefined) headers.set('authorization', `Bearer ${key}`)
  for (const [name, value] of new Headers(added)) headers.set(name, value)
  return headers
}

/** What the caller is sent of the other server's headers. */
export function downstreamHeaders(came: Headers, { key, cookies }: ProxyHeaderRules): Headers {
  const headers = without(came, cookies ? ownToResponse : [...ownToResponse, 'set-cookie'])
  if (headers.has('content-encoding')) {
    headers.delete('content-encoding') // fetch has unpacked the body, though it was asked to be plain
    headers.delete('content-length')
  }
  for (const [name, value] of came) if (key && value.includes(key)) headers.delete(name)
  return headers
}
