import temml from 'temml'

/** A MathML element as data: only what the lists below allow. */
export interface MathElement {
  tag: string
  attributes: Readonly<Record<string, string>>
  style: Readonly<Record<string, string>>
  children: readonly (MathElement | string)[]
}

const tags: ReadonlySet<string> = new Set(
  (
    'math mrow mi mn mo mtext ms mspace mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover ' +
    'mmultiscripts mprescripts none mtable mtr mtd menclose'
  ).split(' '),
)

const attributes: ReadonlySet<string> = new Set(
  (
    'display displaystyle scriptlevel mathvariant mathsize form fence separator stretchy symmetric largeop movablelimits accent ' +
    'accentunder lspace rspace minsize maxsize width height depth voffset linethickness columnalign rowspacing columnspacing ' +
    'columnlines rowlines columnspan rowspan notation side'
  ).split(' '),
)

/** Lengths, colours and words: no functions, so no addresses. */
const safeValue = /^[-#.,%\w\s+]{0,60}$/

const styles: ReadonlySet<string> = new Set(
  (
    'color background-color width padding padding-left padding-right padding-top padding-bottom margin-left margin-right text-align ' +
    'border-top border-bottom border-left border-right border font-weight font-style vertical-align'
  ).split(' '),
)

const classes =
  /^(tml-(cancel|xcancel|jot|small|left|right|display|fbox|overline|underline|eqn|tag)|upstrike|downstrike|sout)$/

const maxElements = 2000

/**
 * TeX as MathML; throws where it is no TeX. The tree is taken over piece by piece: nothing in it is a link, loads anything, or has an
 * id. This file brings the TeX reader along; it is loaded when the first formula is drawn.
 */
export function toMathML(tex: string, display: boolean): MathElement {
  const tree: unknown = temml.__renderToMathMLTree(tex, {
    displayMode: display,
    throwOnError: true,
    trust: false,
    strict: false,
    maxSize: [20, 20],
    maxExpand: 200,
    macros: {}, // its own: no formula defines anything for the next
  })
  let left = maxElements
  function take(node: unknown): (MathElement | string)[] {
    if (!isRecord(node)) return []
    if (typeof node.text === 'string') return [node.text]
    const children = Array.isArray(node.children) ? node.children.flatMap(take) : []
    const tag = node.type
    if (typeof tag !== 'string' || !tags.has(tag)) return children
    left -= 1
    if (left < 0) throw new RangeError('The formula is too large')
    const classNames = Array.isArray(node.classes) ? node.classes.filter((name) => classes.test(String(name))) : []
    return [
      {
        tag,
        attributes: {
          ...allowed(node.attributes, attributes),
          ...(classNames.length > 0 && { className: classNames.join(' ') }),
        },
        style: allowed(node.style, styles),
        children,
      },
    ]
  }
  const [math] = take(tree)
  if (math === undefined || typeof math === 'string' || math.tag !== 'math') throw new TypeError('No formula')
  return math
}

function allowed(given: unknown, names: ReadonlySet<string>): Record<string, string> {
  if (!isRecord(given)) return {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => {
      const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      const text = String(value)
      return names.has(name) && safeValue.test(text) ? [[name, text]] : []
    }),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
