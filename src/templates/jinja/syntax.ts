import type { Value } from './values.ts'

/** What stands inside `{{ }}` and behind keywords: the part of Jinja that is let in. */
export type Expression =
  | { kind: 'constant'; value: Value }
  | { kind: 'name'; name: string }
  | { kind: 'list'; entries: readonly Expression[] }
  | { kind: 'dictionary'; members: readonly (readonly [key: Expression, value: Expression])[] }
  | { kind: 'member'; of: Expression; key: Expression }
  | { kind: 'slice'; of: Expression; bounds: readonly (Expression | null)[] }
  | { kind: 'equal'; left: Expression; right: Expression; negated: boolean }
  | { kind: 'and' | 'or' | 'join'; left: Expression; right: Expression }
  | { kind: 'not'; of: Expression }
  | { kind: 'choice'; test: Expression; yes: Expression; no: Expression }
  | { kind: 'isNone'; of: Expression; negated: boolean }
  | { kind: 'tojson'; of: Expression }
  | { kind: 'default'; of: Expression; fallback: Expression; alsoFalse: Expression | null }
  | { kind: 'namespace'; fields: readonly (readonly [name: string, value: Expression])[] }
  | { kind: 'append'; list: Expression; entry: Expression }

/** What a template is made of. */
export type Statement =
  | { kind: 'text'; text: string }
  | { kind: 'print'; value: Expression }
  | { kind: 'if'; test: Expression; yes: readonly Statement[]; no: readonly Statement[] }
  | { kind: 'for'; name: string; over: Expression; body: readonly Statement[]; empty: readonly Statement[] }
  | { kind: 'set'; target: Target; value: Expression }
  | { kind: 'capture'; target: Target; body: readonly Statement[] }

/** Where `set` writes: a variable, or a field of a namespace. */
export interface Target {
  name: string
  field: string | null
}
