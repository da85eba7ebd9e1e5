/** The address of a picture, when it is http, https or an image in a data URL; else undefined. */
export function safeImageUrl(value: string, base?: string): string | undefined {
  if (/^data:image\/(png|jpe?g|gif|webp|avif|svg\+xml|bmp|x-icon)[;,]/i.test(value)) return value
  return withProtocol(value, ['http:', 'https:'], base)
}

/** The address of a link, when it is http, https, mailto or `chatkit-link:` (which the chat reports to its page); else undefined. */
export function safeLinkUrl(value: string, base?: string): string | undefined {
  return withProtocol(value, ['http:', 'https:', 'mailto:', 'chatkit-link:'], base)
}

function withProtocol(value: string, allowed: readonly string[], base = here()): string | undefined {
  const url = URL.canParse(value, base) ? new URL(value, base) : null
  return url && allowed.includes(url.protocol) ? url.href : undefined
}

/** What relative addresses are relative to: the page, where there is one. */
function here(): string | undefined {
  return typeof document === 'undefined' ? undefined : document.baseURI
}
