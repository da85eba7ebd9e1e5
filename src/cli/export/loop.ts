import { type Arrow, type Call, type Expression, type ExpressionOf, isMember, namesIn, type Pattern } from './ast.ts'
import { bodyOf } from './body.ts'
import { valueFor } from './expression.ts'
import { loopText } from './jinja.ts'
import { fieldName } from './names.ts'
import { bindPattern, maybeMissing, type Scope } from './scope.ts'
import { canBe, count, entryOf } from './shape.ts'

/** `list.map((entry, index) => …)`, taken apart. */
export interface MapCall {
  list: Expression
  callback: Arrow | ExpressionOf<'FunctionExpression'>
  /** Written with `?.`: nothing comes of a list that is missing. */
  isSafe: boolean
}

/** Reads a call as one of `map`; null where it is none. */
export function mapCall({ callee, arguments: [callback, ...more] }: Call): MapCall | null {
  if (!isMember(callee) || fieldName(callee) !== 'map' || callee.object.type === 'Super' || more.length > 0) return null
  if (callback?.type !== 'ArrowFunctionExpression' && callback?.type !== 'FunctionExpression') return null
  return { list: callee.object, callback, isSafe: callee.type === 'OptionalMemberExpression' }
}

/** Whether a `map` gives its entries as they are. */
export function isIdentity({ callback: { params, body } }: MapCall): boolean {
  const [entry] = params
  return entry?.type === 'Identifier' && body.type === 'Identifier' && entry.name === body.name
}

/** A loop in which `write` gives what stands for each entry. */
export function loopOver(
  { list, callback, isSafe }: MapCall,
  scope: Scope,
  write: (body: Expression, inner: Scope) => string,
): string {
  const { source } = scope
  const { code, raw, shape } = valueFor(list, scope)
  if (!canBe(shape, 'list')) throw source.refuse(list, 'is no list', 'Ask for z.array(…) in the schema of the state.')
  const [entry, index, ...more] = callback.params
  const [third] = more
  if (third) throw source.refuse(third, 'is a third parameter', 'Take the entry and its index.')
  const inner = scope.inner()
  const name = bindEntry(entry, callback, entryOf(shape), inner)
  const counter = index ? bindIndex(index, inner) : ''
  const over = isSafe && canBe(shape, 'missing', 'null') ? `(${code} or [])` : raw
  return loopText(name, over, counter + write(bodyOf(callback, inner), inner))
}

function bindEntry(
  pattern: Pattern | undefined,
  callback: MapCall['callback'],
  shape: ReturnType<typeof entryOf>,
  scope: Scope,
): string {
  if (!pattern) return scope.fresh('item')
  untyped(pattern, scope)
  if (pattern.type === 'Identifier') {
    const name = scope.fresh(pattern.name)
    bindPattern(pattern, maybeMissing(name, { ...shape, missing: false }), pattern.name, scope)
    return name
  }
  const used = namesIn(callback)
  const text = ['item', 'entry', 'row'].find((word) => !used.includes(word)) ?? 'oneOfThem'
  const name = scope.fresh(text)
  scope.source.edit(pattern, () => text)
  bindPattern(pattern, maybeMissing(name, { ...shape, missing: false }), text, scope)
  return name
}

function bindIndex(pattern: Pattern, scope: Scope): string {
  untyped(pattern, scope)
  if (pattern.type !== 'Identifier') throw scope.source.refuse(pattern, 'is no index', 'Give it a name.')
  const name = scope.fresh(pattern.name)
  bindPattern(pattern, { code: name, raw: name, shape: count }, pattern.name, scope)
  return `{%- set ${name} = loop.index0 -%}`
}

function untyped(pattern: Pattern, { source }: Scope): void {
  if ('typeAnnotation' in pattern && pattern.typeAnnotation) source.edit(pattern.typeAnnotation, () => '')
}
