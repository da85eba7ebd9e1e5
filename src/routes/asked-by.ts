/**
 * Who asks. `cookie`: a random id in an HttpOnly cookie of this name, made at the first visit. `header`: what a proxy of yours
 * sets; a browser could write it itself. A function of your own: reads your log-in; `null` refuses.
 */
export type UserSource =
  | { cookie: string; secure?: boolean }
  | { header: string }
  | ((request: Request) => string | null | undefined | Promise<string | null | undefined>)

export interface Asker {
  user: string
  /** Set when the cookie was made just now: it belongs on the answer. */
  cookie?: string
}

/** 30 days, as ChatKit's starter app keeps it. */
const cookieSeconds = 30 * 24 * 60 * 60
const longestUser = 256

/** Who asks, `null` when nobody can be told. */
export async function askedBy(request: Request, source: UserSource): Promise<Asker | null> {
  if (typeof source === 'function') return known(await source(request))
  if ('header' in source) return known(request.headers.get(source.header))
  const visitor = known(cookieOf(request, source.cookie))
  if (visitor) return visitor
  const user = crypto.randomUUID()
  return { user, cookie: cookieFor(source.cookie, user, source.secure ?? isSecure(request)) }
}

function known(user: string | null | undefined): Asker | null {
  return typeof user === 'string' && user !== '' && user.length <= longestUser ? { user } : null
}

/** The cookie of this name, as it came. */
function cookieOf(request: Request, name: string): string | null {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

function cookieFor(name: string, value: string, secure: boolean): string {
  const cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${cookieSeconds}; HttpOnly; SameSite=Lax`
  return secure ? `${cookie}; Secure` : cookie
}

/** Behind a proxy that ends TLS, that proxy's word; who forges it only spoils a cookie of their own. */
function isSecure(request: Request): boolean {
  return request.url.startsWith('https:') || request.headers.get('x-forwarded-proto') === 'https'
}
