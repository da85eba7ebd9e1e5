/** Which files are taken, by MIME type (`image/*`, `application/pdf`); with endings, as the composer's `accept` lists them, one has to fit too. */
export type Accept = readonly string[] | Readonly<Record<string, readonly string[]>>

/** What a file has whose type its sender does not know. */
export const unknownType = 'application/octet-stream'

/** A MIME type in lower case and without parameters; `null` if it is none. */
export function baseType(type: string): string | null {
  const [base = ''] = type.split(';', 1)
  const plain = base.trim().toLowerCase()
  if (plain === '') return unknownType
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/.test(plain) ? plain : null
}

/** Whether a file of this name and type is taken. Browsers know no type for many endings: then a listed ending alone decides. */
export function accepts(accept: Accept | undefined, { name, mimeType }: { name: string; mimeType: string }): boolean {
  if (!accept) return true
  const lower = name.toLowerCase()
  return patternsOf(accept).some(([pattern, endings]) => {
    const listed = endings.some((ending) => lower.endsWith(ending.toLowerCase()))
    if (mimeType === unknownType && listed) return true
    return fits(mimeType, pattern) && (listed || endings.length === 0)
  })
}

/** Whether any pattern names this type, whatever the file is called. */
export function acceptsType(accept: Accept | undefined, mimeType: string): boolean {
  return !accept || patternsOf(accept).some(([pattern]) => fits(mimeType, pattern))
}

function patternsOf(accept: Accept): (readonly [string, readonly string[]])[] {
  if (isList(accept)) return accept.map((pattern) => [pattern, []])
  return Object.entries(accept)
}

function isList(accept: Accept): accept is readonly string[] {
  return Array.isArray(accept)
}

function fits(type: string, pattern: string): boolean {
  if (pattern === '*/*' || pattern === '*') return true
  return pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern.toLowerCase()
}

/**
 * Images that every browser draws and that hold no script: these are shown, and their bytes are held to their type.
 * SVG is none of them: opened on its own it is a page, so it is kept as a file.
 */
const pictures: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['89504e470d0a1a0a'],
  'image/jpeg': ['ffd8ff'],
  'image/gif': ['474946383761', '474946383961'],
  'image/webp': ['52494646........57454250'],
  'image/avif': ['........6674797061766966', '........6674797061766973'],
}

const marks = Object.entries(pictures).flatMap(([type, patterns]) =>
  patterns.map((pattern) => [type, new RegExp(`^${pattern}`)] as const),
)

export function isPicture(mimeType: string): boolean {
  return Object.hasOwn(pictures, mimeType)
}

/** The type of an image by its first bytes; `null` if they are no image that is shown. */
export function pictureType(head: Uint8Array): string | null {
  let hex = ''
  for (const byte of head.subarray(0, 16)) hex += byte.toString(16).padStart(2, '0')
  return marks.find(([, mark]) => mark.test(hex))?.[0] ?? null
}
