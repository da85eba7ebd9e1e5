const longest = 200

/** Control characters, and those that turn the direction of a text: `exe.gpj` would be read as `jpg.exe`. */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** A file's name without folders and without what is not seen, at most 200 characters with its ending kept; `file` if nothing is left. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(unseen, '').trim()
  if (/^\.*$/.test(clean)) return 'file'
  const characters = Array.from(clean)
  if (characters.length <= longest) return clean
  const [ending = ''] = /\.[^.]{1,20}$/u.exec(clean) ?? []
  return characters.slice(0, longest - Array.from(ending).length).join('') + ending
}

/** A `Content-Disposition` header: the name in ASCII for the oldest, and in full as RFC 6266 writes it. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${full}`
}
