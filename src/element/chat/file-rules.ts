import type { ChatOptions } from './options.ts'

/** The part of the options that files are held to. */
export type AttachmentRules = ChatOptions['composer']['attachments']

/** Why a file may not be attached; null when it may. */
export function refusal(file: File, rules: AttachmentRules): 'wrong_type' | 'too_large' | null {
  if (!accepts(file, rules.accept)) return 'wrong_type'
  return file.size > maxSizeOf(file.type, rules.maxSize) ? 'too_large' : null
}

/** 100 MB, the documented default where no pattern of a record fits. */
const DEFAULT_MAX_SIZE = 100 * 1024 * 1024

/** The limit in bytes for a MIME type; the most exact pattern of a record counts, `*` and the empty one come last. */
export function maxSizeOf(mimeType: string, maxSize: AttachmentRules['maxSize']): number {
  if (typeof maxSize === 'number') return maxSize
  const [kind] = mimeType.split('/')
  return maxSize[mimeType] ?? maxSize[`${kind}/*`] ?? maxSize['*/*'] ?? maxSize['*'] ?? maxSize[''] ?? DEFAULT_MAX_SIZE
}

/** Whether a file is one of the accepted types: its MIME type fits, and its ending too where endings are listed. */
export function accepts(file: { name: string; type: string }, accept: AttachmentRules['accept']): boolean {
  if (!accept) return true
  const name = file.name.toLowerCase()
  return Object.entries(accept).some(([pattern, endings]) => {
    const listed = endings.some((ending) => name.endsWith(ending.toLowerCase()))
    // Browsers know no type for many endings: then the ending alone decides.
    return file.type === '' ? listed : fits(file.type, pattern) && (listed || endings.length === 0)
  })
}

function fits(type: string, pattern: string): boolean {
  if (pattern === '*/*' || pattern === '*') return true
  return pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern
}
