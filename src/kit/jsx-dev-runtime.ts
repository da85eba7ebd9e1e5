import { call, type JsxComponent, withKey } from './jsx.ts'
import type { JsxElement } from './node.ts'
import { type JsxSource, rememberSource } from './sources.ts'

export { Fragment, type JSX } from './jsx.ts'

/** What a JSX tag compiles to in development; problems found later tell where it stands. */
export function jsxDEV(
  component: JsxComponent,
  props: object,
  key?: unknown,
  _isStatic?: boolean,
  source?: JsxSource,
): JsxElement {
  const built = call(component, props)
  const keyed = withKey(built, key)
  rememberSource(keyed, source, built)
  return keyed as JsxElement // to the compiler every tag is the same
}
