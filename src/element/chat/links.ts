/** What a `chatkit-link://name?k=v` address says; null for any other address. */
export function parseDeeplink(href: string): { name: string; data?: Record<string, unknown> } | null {
  const match = /^chatkit-link:(?:\/\/)?([^?#]*)(?:\?([^#]*))?/i.exec(href)
  if (!match) return null
  const name = decoded(match[1] ?? '').replace(/\/+$/, '')
  const data = Object.fromEntries(new URLSearchParams(match[2] ?? ''))
  return Object.keys(data).length > 0 ? { name, data } : { name }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
