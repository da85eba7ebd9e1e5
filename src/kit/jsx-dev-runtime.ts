import { build, type JsxComponent } from './jsx.ts'
import type { JsxElement } from './node.ts'

export { Fragment, type JSX } from './jsx.ts'

/** What a JSX tag compiles to in development. */
export function jsxDEV(component: JsxComponent, props: object, key?: unknown): JsxElement {
  return build(component, props, key)
}
