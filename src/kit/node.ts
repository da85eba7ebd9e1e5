import type { WidgetType } from './nodes.ts'
import type { ActionConfig, CardAction } from './values.ts'

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

/** An action as authors write it: the payload may be of any object type, an interface included. */
export interface AuthoredAction extends Omit<ActionConfig, 'payload'> {
  /** Plain JSON the author puts in; values of the same form are merged into it. */
  payload?: object
}

interface AuthoredCardAction extends Omit<CardAction, 'action'> {
  /** Runs on a click. */
  action: AuthoredAction
}

/** Properties that authors may write less strictly than a node has them. */
interface Authored {
  key: string | number
  onClickAction: AuthoredAction
  onSubmitAction: AuthoredAction
  onChangeAction: AuthoredAction
  confirm: AuthoredCardAction
  cancel: AuthoredCardAction
  data: readonly object[]
}

/** The properties of a component function, taken from its node: optional ones may also be `null` or `undefined`, lists `readonly`. */
export type PropsOf<Node> = Given<Node, Exclude<keyof Node, 'type' | 'children'>>

// Names that are left out by `as` in the mapped type would be left out anew by the compiler at every call.
type Given<Node, Names extends keyof Node> = {
  [Name in Names]:
    | (Name extends keyof Authored ? Authored[Name] : OrReadonly<Node[Name]>)
    | (Partial<Pick<Node, Name>> extends Pick<Node, Name> ? null | undefined : never)
}

type OrReadonly<Value> = Value extends readonly (infer Entry)[] ? readonly Entry[] : Value

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
