import { isRecord } from '../compile.ts'
import type { Theme } from '../tokens.ts'
import type { FormAround } from './form-around.ts'

/** A node as it came, be it right or not. */
export type RawNode = Record<string, unknown>

/** What a node stands in. */
export interface Around {
  /** The innermost form. */
  form: FormAround | null
  /** Names of the fields that have a label in the same form or row. */
  labelled: ReadonlySet<string>
  /** The background nearest behind it, if someone chose one. */
  background: unknown
  /** The scheme it is held to. */
  theme: Theme | undefined
  /** Where the nearest tag stands, in development. */
  source: string | undefined
}

/** The nodes inside a node, with their places, as far as they are nodes. */
export function rawChildren(node: RawNode, at: string): [child: RawNode, at: string][] {
  const { children } = node
  if (isRecord(children)) return [[children, `${at}.children`]]
  if (!Array.isArray(children)) return []
  return children.flatMap((child: unknown, index): [RawNode, string][] =>
    isRecord(child) ? [[child, `${at}.children[${index}]`]] : [],
  )
}

const controls: ReadonlySet<unknown> = new Set(['Input', 'Textarea', 'Select', 'DatePicker', 'Checkbox', 'RadioGroup'])

/** A field of a form: its name, and where the name is written. */
export interface Field {
  name: string
  at: string
}

/** The field a node is; null when it is none. */
export function fieldOf(node: RawNode, at: string): Field | null {
  if (controls.has(node.type)) return typeof node.name === 'string' ? { name: node.name, at: `${at}.name` } : null
  if (node.type !== 'Text' || !isRecord(node.editable)) return null
  const { name } = node.editable
  return typeof name === 'string' ? { name, at: `${at}.editable.name` } : null
}
