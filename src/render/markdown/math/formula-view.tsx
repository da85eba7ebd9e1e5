import { createElement, type ReactNode, useEffect, useState } from 'react'
import { formulaNow, loadFormula } from './load-formula.ts'
import type { MathElement } from './mathml.ts'

interface FormulaViewProps {
  tex: string
  display: boolean
  /** As it stands in the text: shown until the formula can be drawn, and when it cannot. */
  source: string
}

/** A formula as MathML, which the browser sets in the system's font for mathematics. Its TeX is its name for who cannot see it. */
export function FormulaView({ tex, display, source }: FormulaViewProps): ReactNode {
  const [, setLoaded] = useState(0)
  const formula = formulaNow(tex, display)
  useEffect(() => {
    if (formula !== undefined) return
    let gone = false
    loadFormula().then(
      () => {
        if (!gone) setLoaded((count) => count + 1)
      },
      () => {}, // the source can be read, too
    )
    return () => {
      gone = true
    }
  }, [formula])
  const content = formula ? toReact(formula, { 'aria-label': tex }) : source.trim()
  if (!display) return formula ? content : <span className="pk-math-source">{content}</span>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide formula is scrolled by keyboard
    <span className="pk-math" tabIndex={0}>
      {content}
    </span>
  )
}

function toReact(
  { tag, attributes, style, children }: MathElement,
  more?: Record<string, string>,
  key?: number,
): ReactNode {
  return createElement(
    tag,
    { ...attributes, ...more, ref: styled(style), key },
    ...children.map((child, index) => (typeof child === 'string' ? child : toReact(child, undefined, index))),
  )
}

/** Sets styles by hand: in jsdom and happy-dom elements of MathML have none, and React's `style` would throw. */
function styled(style: MathElement['style']): ((element: Partial<ElementCSSInlineStyle> | null) => void) | undefined {
  const given = Object.entries(style)
  if (given.length === 0) return undefined
  return (element) => {
    for (const [name, value] of given) element?.style?.setProperty(name, value)
  }
}
