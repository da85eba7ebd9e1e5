import { isRecord } from '../compile.ts'
import { type RawNode, rawChildren } from './around.ts'

/** A form as its fields see it. */
export interface FormAround {
  /** Names met so far, and the node that has each. */
  names: Map<string, string>
  /** Whether a submit runs something. */
  sends: boolean
  /** All that the form's actions bring along. */
  payloads: PayloadPlace
}

/** One place in the payloads of a form, laid over each other. */
interface PayloadPlace {
  /** An action that has something here. */
  action: string
  /** An action that has a plain value here, below which nothing can be put. */
  plainOf?: string
  inner: Map<string, PayloadPlace>
}

/** Whether a node begins a form. */
export function isForm(node: RawNode): boolean {
  return node.type === 'Form' || (node.type === 'Card' && node.asForm === true)
}

/** The form a node begins, with what its actions bring along; inner forms have their own. */
export function formAround(node: RawNode, at: string): FormAround {
  const payloads: PayloadPlace = { action: at, inner: new Map() }
  collect(node, at, payloads)
  return { names: new Map(), sends: isRecord(node.type === 'Form' ? node.onSubmitAction : node.confirm), payloads }
}

/** Where a form value would meet something an author put in, and whose it is; null when its place is free. */
export function takenBy(name: string, { payloads }: FormAround): { action: string; path: string } | null {
  const parts = name.split('.')
  let place: PayloadPlace | undefined = payloads
  for (const [index, part] of parts.entries()) {
    place = place.inner.get(part)
    if (!place) return null
    const path = parts.slice(0, index + 1).join('.')
    if (index === parts.length - 1) return { action: place.action, path }
    if (place.plainOf) return { action: place.plainOf, path }
  }
  return null
}

function collect(node: RawNode, at: string, payloads: PayloadPlace): void {
  for (const [action, place] of actionsOf(node, at)) {
    if (isRecord(action) && isRecord(action.payload)) add(action.payload, place, payloads)
  }
  for (const [child, place] of rawChildren(node, at)) {
    if (!isForm(child)) collect(child, place, payloads)
  }
}

/** The actions a node can run, and where they stand; what stands there may be anything. */
export function actionsOf(node: RawNode, at: string): [action: unknown, at: string][] {
  const own = ['onClickAction', 'onChangeAction', 'onSubmitAction'].map((name): [unknown, string] => [
    node[name],
    `${at}.${name}`,
  ])
  const footer = ['confirm', 'cancel'].map((name): [unknown, string] => {
    const button = node[name]
    return [isRecord(button) ? button.action : undefined, `${at}.${name}.action`]
  })
  return [...own, ...footer]
}

function add(value: Record<string, unknown>, action: string, place: PayloadPlace): void {
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    const inner: PayloadPlace = place.inner.get(name) ?? { action, inner: new Map() }
    place.inner.set(name, inner)
    if (isRecord(member)) add(member, action, inner)
    else inner.plainOf ??= action
  }
}
