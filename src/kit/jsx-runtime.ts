import { build, type JsxComponent } from './jsx.ts'
import type { JsxElement } from './node.ts'

export { Fragment, type JSX } from './jsx.ts'

/** What a JSX tag compiles to. */
export function jsx(component: JsxComponent, props: object, key?: unknown): JsxElement {
  return build(component, props, key)
}

/** What a JSX tag with several children compiles to. */
export function jsxs(component: JsxComponent, props: object, key?: unknown): JsxElement {
  return build(component, props, key)
}
