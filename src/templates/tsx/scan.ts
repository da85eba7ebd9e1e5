/** One stretch of source text: code, or a string, template literal or comment in it. */
interface Stretch {
  kind: 'code' | 'text'
  source: string
}

/**
 * Splits JSX or zod source into code and text, so that names are found and lines indented in code only. What stands in `${}` of a
 * template literal counts as code. A quote behind a letter is an apostrophe.
 */
function scan(source: string): Stretch[] {
  const stretches: Stretch[] = []
  const nested: number[] = [] // open braces inside each `${}` that is open
  let from = 0
  let at = 0
  const cut = (kind: Stretch['kind'], to: number) => {
    if (to > from) stretches.push({ kind, source: source.slice(from, to) })
    from = at = to
  }
  const template = (start: number) => {
    const end = endOfTemplate(source, start)
    if (source.startsWith('${', end)) nested.push(0)
    cut('text', source.startsWith('${', end) ? end + 2 : Math.min(end + 1, source.length))
  }
  while (at < source.length) {
    const character = source[at]
    const depth = nested.at(-1)
    if (character === '`') {
      cut('code', at)
      template(at + 1)
    } else if (character === '}' && depth === 0) {
      nested.pop()
      cut('code', at)
      template(at + 1)
    } else {
      if (depth !== undefined && (character === '{' || character === '}')) {
        nested[nested.length - 1] = depth + (character === '{' ? 1 : -1)
      }
      const end = endOfText(source, at)
      if (end > at) {
        cut('code', at)
        cut('text', end)
      } else at++
    }
  }
  cut('code', source.length)
  return stretches
}

/** Only the code, with a space in place of each text. */
export function codeOf(source: string): string {
  return scan(source)
    .map((stretch) => (stretch.kind === 'code' ? stretch.source : ' '))
    .join('')
}

/** Where this stands in code. */
export function positionsOf(pattern: RegExp, source: string): number[] {
  let from = 0
  return scan(source).flatMap((stretch) => {
    const found = stretch.kind === 'code' ? [...stretch.source.matchAll(pattern)].map(({ index }) => from + index) : []
    from += stretch.source.length
    return found
  })
}

/** The source with `indent` in front of each line that does not begin inside a text. */
export function indented(source: string, indent: string): string {
  const lines = scan(source).map((stretch) =>
    stretch.kind === 'code' ? stretch.source.replace(/\n(?=[^\n])/g, `\n${indent}`) : stretch.source,
  )
  return indent + lines.join('')
}

/** Where the bracket that opens here is closed again; the end where it is not. */
export function endOfBraces(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length; at++) {
    if (source[at] === '{') depth++
    else if (source[at] === '}' && --depth === 0) return at + 1
    else if (source[at] === '`') {
      at = endOfTemplate(source, at + 1)
      while (source.startsWith('${', at)) at = endOfTemplate(source, endOfBraces(source, at + 1))
    } else at = Math.max(at, endOfText(source, at) - 1)
  }
  return source.length
}

/** Where a template literal stops: at its closing backtick, at `${`, or at the end. */
function endOfTemplate(source: string, start: number): number {
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '`' || source.startsWith('${', at)) return at
  }
  return source.length
}

/** The end of the string or comment that begins here; the same place when none does. */
function endOfText(source: string, at: number): number {
  const character = source[at]
  if (source.startsWith('//', at)) return or(source.indexOf('\n', at), source.length)
  if (source.startsWith('/*', at)) return or(source.indexOf('*/', at + 2) + 1, source.length - 1) + 1
  if ((character !== '"' && character !== "'") || /\w/.test(source[at - 1] ?? '')) return at
  for (let end = at + 1; end < source.length; end++) {
    if (source[end] === '\\') end++
    else if (source[end] === character) return end + 1
  }
  return at
}

function or(found: number, otherwise: number): number {
  return found > 0 ? found : otherwise
}
