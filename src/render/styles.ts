import own from './styles.css?inline'

/**
 * What every root needs before anything is drawn in it: the order of the layers, the design system's variables, the reset, and the
 * rules of icons and markdown. `rem` is made a multiple of `--pk-rem` (16px unless set on the root), because a shadow root cannot
 * set its own root font size and a page's one is none of our business.
 */
export const rootStyles: string = remFromProperty(
  `@layer theme, base, components, utilities;\n${own}`, // as the first rule it decides the order of all layers
)

/** Replaces `rem` everywhere but in media queries, which cannot read properties. */
export function remFromProperty(css: string): string {
  return css.replace(/@(?:media|container)[^{]*|(?<![\w.-])(-?\d*\.?\d+)rem\b/g, (whole, number?: string) =>
    number === undefined ? whole : `calc(var(--pk-rem, 16px) * ${number})`,
  )
}

const sheets = new Map<string, CSSStyleSheet>()
const adopted = new WeakMap<Document | ShadowRoot, Set<string>>()

/**
 * Adds CSS texts to a shadow root or document, each once. A text's `@property` rules, which have no effect inside a shadow root,
 * go to the document as well.
 */
export function adoptStyles(root: ShadowRoot | Document, ...texts: string[]): void {
  for (const css of texts) {
    const properties = root instanceof Document ? '' : (css.match(/@property\s[^{]+\{[^}]*\}/g) ?? []).join('\n')
    if (properties !== '') adopt(root.ownerDocument ?? document, properties)
    adopt(root, css)
  }
}

function adopt(root: ShadowRoot | Document, css: string): void {
  const known = adopted.get(root) ?? new Set()
  adopted.set(root, known)
  if (known.has(css)) return
  known.add(css)
  const sheet = constructed(css)
  if (sheet && 'adoptedStyleSheets' in root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  else appendStyle(root, css)
}

/** One sheet per text, shared by all roots; null where sheets cannot be constructed. */
function constructed(css: string): CSSStyleSheet | null {
  const known = sheets.get(css)
  if (known) return known
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    sheets.set(css, sheet)
    return sheet
  } catch {
    return null
  }
}

function appendStyle(root: ShadowRoot | Document, css: string): void {
  const style = document.createElement('style')
  style.textContent = css
  if (root instanceof Document) root.head.append(style)
  else root.prepend(style)
}
