import type { Annotation, Source } from '../../../protocol/index.ts'

/** The address of a marker inside the text; the number is the annotation's place in the list. */
const FRAGMENT = '#parlor-source-'

/** What a marker says: who published it, a file's name, or what an entity wants to be called. */
export function sourceLabel(source: Source): string {
  switch (source.type) {
    case 'url':
      return source.attribution ?? hostOf(source.url) ?? source.title
    case 'file':
      return source.filename
    case 'entity':
      return source.inline_label ?? source.title
    default:
      return source satisfies never
  }
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null
}

/** Which annotation a clicked address belongs to, or null when it is an ordinary link. */
export function markedAnnotation(url: string): number | null {
  const index = /#parlor-source-(\d+)$/.exec(url)?.[1]
  return index === undefined ? null : Number(index)
}

/** Markdown's own marks, taken literally. */
const literal = (text: string) => text.replace(/[\\`*_{}[\]()#+\-!|<>~&]/g, '\\$&').replace(/\s+/g, ' ')

/** Pieces of markdown a marker must not stand inside: fenced code is never marked, others are marked at their end. */
const PIECES =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|`[^`\n]+`|!?\[[^\]\n]*\]\([^)\n]*\)/gm

/** Where a marker meant for `offset` goes, or null when that is inside a block of code. */
function placeFor(offset: number, text: string): number | null {
  for (const match of text.matchAll(PIECES)) {
    const end = match.index + match[0].length
    if (offset <= match.index) return offset
    if (offset < end) return match[1] === undefined ? end : null
  }
  return offset
}

/** Python counts characters, JavaScript UTF-16 units: an offset of the first kind as one of the second. */
function toUnits(offset: number, text: string): number {
  let units = 0
  let characters = 0
  for (const character of text) {
    if (characters++ >= offset) break
    units += character.length
  }
  return units
}

/**
 * The text with a marker, as a link, after each place an annotation points to. Offsets count characters, as the Python
 * server writes them. Annotations without an offset are only in the list of sources.
 */
export function withMarkers(text: string, annotations: readonly Annotation[]): string {
  const markers = annotations.flatMap(({ index, source }, annotation) => {
    const at = index == null ? null : placeFor(toUnits(index, text), text)
    return at === null ? [] : [{ at, link: `[${literal(sourceLabel(source))}](${FRAGMENT}${annotation})` }]
  })
  if (markers.length === 0) return text
  let marked = ''
  let from = 0
  for (const { at, link } of markers.toSorted((a, b) => a.at - b.at)) {
    marked += text.slice(from, at) + link
    from = at
  }
  return marked + text.slice(from)
}

/** Each source once, in the order they come up. */
export function distinctSources(annotations: readonly Annotation[]): Source[] {
  const byKey = new Map<string, Source>()
  for (const { source } of annotations) {
    const key = JSON.stringify([source.type, source.type === 'url' ? source.url : sourceId(source)])
    if (!byKey.has(key)) byKey.set(key, source)
  }
  return [...byKey.values()]
}

const sourceId = (source: Exclude<Source, { type: 'url' }>) => (source.type === 'file' ? source.filename : source.id)
