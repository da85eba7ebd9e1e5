import type { WidgetType } from './nodes.ts'

declare const written: unique symbol

/** What a JSX tag is to the compiler: some node. Which one, only the check knows. */
export interface JsxElement {
  readonly type: string
  readonly [written]: true
}

/** One child as authors write it; `false`, `true`, `null`, `undefined` and `''` vanish, arrays are laid flat. */
export type Child<Node> = Node | JsxElement | boolean | '' | null | undefined | readonly Child<Node>[]

/** The nodes among what an author wrote as children. Tags are not known, so beside them no array is looked into. */
export type NodeOf<Written> = [JsxElement] extends [Written]
  ? Exclude<Extract<Written, { type: string }>, JsxElement>
  : Written extends readonly (infer Inner)[]
    ? NodeOf<Inner>
    : Extract<Written, { type: string }>

/** The properties of a component function, taken from its node: optional ones may also be `null` or `undefined`. */
export type PropsOf<Node> = {
  [Name in keyof Node as Exclude<Name, 'type' | 'children'>]:
    | (Name extends 'key' ? string | number : Node[Name])
    | (Partial<Pick<Node, Name>> extends Pick<Node, Name> ? null | undefined : never)
}

/** The children of a component that has to have some, be it an empty list. */
export interface Holding<Written> {
  /** What stands inside: nodes, lists of nodes, and what vanishes (`false`, `null`, `undefined`, `''`). */
  children: Written
}

/** The children of a component that may be empty. */
export interface MayHold<Written> {
  /** What stands inside: nodes, lists of nodes, and what vanishes (`false`, `null`, `undefined`, `''`). */
  children?: Written
}

/** Builds a plain node: `type` first, properties that are `null` or `undefined` left out. */
export function node<Node>(type: WidgetType, props: object, children?: unknown): Node {
  const built: Record<string, unknown> = { type }
  const given = props as Record<string, unknown> // any object can be read by name
  for (const name in given) {
    const value = given[name]
    if (name === 'children' || value === null || value === undefined) continue
    built[name] = name === 'key' ? String(value) : value
  }
  if (children !== undefined) built.children = children
  return built as Node // the caller's properties are typed; the check looks at the rest
}

/** Children laid flat, with `false`, `true`, `null`, `undefined` and `''` gone. */
export function flatten(children: unknown): unknown[] {
  if (!Array.isArray(children)) return isNothing(children) ? [] : [children]
  if (children.every(isPlain)) return children.slice()
  return children.flatMap(flatten)
}

function isNothing(child: unknown): boolean {
  return child === null || child === undefined || typeof child === 'boolean' || child === ''
}

function isPlain(child: unknown): boolean {
  return !isNothing(child) && !Array.isArray(child)
}
