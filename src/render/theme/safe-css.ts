/** The CSS functions a widget may call. `url()` and all others that load something are not among them. */
const functions = new Set(
  (
    'calc min max clamp fit-content minmax var env abs sign round mod rem ' +
    'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark ' +
    'linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient'
  ).split(' '),
)

const longest = 500

/**
 * The value when it is plain CSS for one property, else undefined. Widgets are data from outside: a value must not end its
 * declaration, hide a function behind an escape or a comment, or make the browser load anything.
 */
export function safeCss(value: string): string | undefined {
  const trimmed = value.trim()
  if (trimmed === '' || trimmed.length > longest || /[^\w\s.,%()+\-*/#]|\/\*/.test(trimmed)) return undefined
  for (const [, name = ''] of trimmed.matchAll(/([\w-]*)\(/g)) {
    if (name !== '' && !functions.has(name.toLowerCase())) return undefined
  }
  return trimmed
}

/** A size: numbers are px, strings CSS. */
export function cssSize(value: number | string | undefined): string | undefined {
  return typeof value === 'number' ? `${value}px` : value === undefined ? undefined : safeCss(value)
}

/** Pixels of one spacing unit. */
const spacingUnit = 4

/** A space: numbers are spacing units, strings CSS. */
export function cssSpace(value: number | string | undefined): string | undefined {
  return typeof value === 'number' ? `${value * spacingUnit}px` : cssSize(value)
}
