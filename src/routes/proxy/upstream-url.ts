/**
 * Where a request goes: `base`, or what stands below it. `null` for a path that is none, or that would lead anywhere else,
 * whatever `path` made of it.
 */
export function upstreamUrl(
  base: URL,
  asked: URL,
  path: ((pathname: string) => string | null) | undefined,
): URL | null {
  if (!path) return base
  const suffix = path(asked.pathname)
  if (suffix === null || /%2f|%5c|%2e/i.test(suffix)) return null // a server may read these as parts of a path
  const root = base.pathname.replace(/\/+$/, '')
  const target = new URL(base)
  target.pathname = root + suffix
  const isBelow = suffix === '' || (suffix.startsWith('/') && target.pathname.startsWith(`${root}/`))
  if (!isBelow) return null
  for (const [name, value] of asked.searchParams) target.searchParams.append(name, value)
  return target
}
