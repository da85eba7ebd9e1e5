import { ParlorError } from '../errors.ts'
import { isRecord } from './compile.ts'
import { type Child, flatten, type JsxElement } from './node.ts'
import type { WidgetComponent, WidgetNode } from './nodes.ts'
import { componentMeant } from './slips.ts'
import { type JsxSource, placeOf, rememberSource } from './sources.ts'
import { show } from './words.ts'

/** What a component of one's own takes as `children`, to hand on. */
export type JsxChild = Child<WidgetComponent>

/** What a component of one's own may return: a node, nothing, or several. */
export type JsxResult = Child<WidgetNode>

/** A function that can stand as a tag. */
export type JsxComponent = (props: never) => JsxResult

/** Children without a node around them. */
export function Fragment({ children }: { children?: JsxResult }): JsxResult {
  return flatten(children) as JsxResult // what was let in as children comes out as children
}

/** Calls a component with its properties. */
function call(component: JsxComponent, props: object, source?: JsxSource): unknown {
  if (typeof component !== 'function') throw noComponent(component, source && placeOf(source))
  const run = component as (props: object) => unknown // the compiler has held the props against the component
  return run(props)
}

/** Said of a tag that is no component: one of HTML, or an import that is not there. */
function noComponent(tag: unknown, source: string | undefined): ParlorError {
  if (typeof tag !== 'string') {
    const hint = 'See that what the tag names is imported, and by this name.'
    return new ParlorError('misuse', {
      at: '<…>',
      problem: `a tag names ${show(tag)} instead of a component`,
      hint,
      source,
    })
  }
  const near = componentMeant(tag)
  const hint = `There is no HTML in widgets${near ? `: did you mean <${near}>?` : '; the components are those of parlor/kit.'}`
  return new ParlorError('misuse', { at: `<${tag}>`, problem: 'this tag is no component', hint, source })
}

/** What a component built, with the `key` of its tag. */
function withKey(built: unknown, key: unknown): unknown {
  return key === undefined || key === null || !isRecord(built) ? built : { ...built, key: String(key) }
}

/** What a tag compiles to: the component is called, and a `key` becomes the key of the node it returns. */
export function jsx(component: JsxComponent, props: object, key?: unknown): JsxElement {
  return withKey(call(component, props), key) as JsxElement // to the compiler every tag is the same
}

/** What a tag compiles to in development; problems found later tell where it stands. */
export function jsxDEV(
  component: JsxComponent,
  props: object,
  key?: unknown,
  _isStatic?: boolean,
  source?: JsxSource,
): JsxElement {
  const built = call(component, props, source)
  const keyed = withKey(built, key)
  rememberSource(keyed, source, built)
  return keyed as JsxElement // to the compiler every tag is the same
}

interface DevelopmentProps {
  key?: unknown
  __self?: unknown
  __source?: JsxSource
}

/** What a tag with `key` behind a spread compiles to; React's older call, for those who write no JSX. */
export function createElement(component: JsxComponent, props: object | null, ...children: unknown[]): JsxElement {
  const { key, __self, __source, ...rest }: DevelopmentProps = props ?? {} // compilers add the last two in development
  const whole = children.length === 0 ? rest : { ...rest, children: children.length === 1 ? children[0] : children }
  const element = jsx(component, whole, key)
  if (__source) rememberSource(element, __source)
  return element
}

/** What the compiler knows of tags: `jsxImportSource` finds it beside `jsx`. */
export namespace JSX {
  export type Element = JsxElement
  export type ElementType = JsxComponent
  export interface ElementChildrenAttribute {
    children: unknown
  }
  export interface IntrinsicAttributes {
    key?: string | number | null | undefined
  }
  export type IntrinsicElements = Record<never, never>
}
