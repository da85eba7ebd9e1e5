import { version } from 'react'
import { ParlorError } from '../errors.ts'

/** The first React whose contexts, refs and `inert` the controls drawn here are written for. */
const oldest = 19

/** Says that the page's React is too old to draw widgets with, instead of failing somewhere inside. The rest of the package takes 18. */
export function requireReact(given: string = version): void {
  if (Number.parseInt(given, 10) >= oldest) return
  throw new ParlorError('misuse', {
    at: 'parlor/render',
    problem: `widgets are drawn with React ${oldest}, and this page has React ${given}`,
    hint: `Update react and react-dom, or take parlor/element, which brings its own.`,
  })
}
