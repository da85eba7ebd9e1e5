import type { parse } from '@babel/parser'

/** A parsed module. */
export type Program = ReturnType<typeof parse>['program']

export type Statement = Program['body'][number]

export type Expression = Extract<Statement, { type: 'ExpressionStatement' }>['expression']

/** The kind of expression with this name. */
export type ExpressionOf<Type extends Expression['type']> = Extract<Expression, { type: Type }>

export type Arrow = ExpressionOf<'ArrowFunctionExpression'>

export type Call = ExpressionOf<'CallExpression'> | ExpressionOf<'OptionalCallExpression'>

export type Member = ExpressionOf<'MemberExpression'> | ExpressionOf<'OptionalMemberExpression'>

export type Element = ExpressionOf<'JSXElement'>

export type Attribute = Element['openingElement']['attributes'][number]

/** What stands between two tags. */
export type JsxChild = Element['children'][number]

/** What stands in front of `=` or as a parameter. */
export type Pattern =
  | Arrow['params'][number]
  | Extract<Statement, { type: 'VariableDeclaration' }>['declarations'][number]['id']

/** Anything with a place in the source. */
export interface Placed {
  type: string
  start?: number | null
  end?: number | null
  loc?: { start: { line: number; column: number } } | null
}

/** The nodes directly inside a node. */
export function innerNodes(node: Placed): Placed[] {
  return Object.entries(node).flatMap(([name, value]): Placed[] => {
    if (name.endsWith('Comments') || name === 'loc' || name === 'extra') return []
    return Array.isArray(value) ? value.filter(isPlaced) : isPlaced(value) ? [value] : []
  })
}

/** The name where a node is one: a variable's, a property's or a tag's. */
export function nameOf(node: Placed): string | null {
  if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return null
  return 'name' in node && typeof node.name === 'string' ? node.name : null
}

/** All names in a node, at any depth. */
export function namesIn(node: Placed): string[] {
  const name = nameOf(node)
  return [...(name === null ? [] : [name]), ...innerNodes(node).flatMap(namesIn)]
}

/** An expression without what only TypeScript sees: `as const`, `satisfies …`, `!`. */
export function bare(node: Expression): Expression {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return bare(node.expression)
    default:
      return node
  }
}

export function isCall(node: Placed): node is Call {
  return node.type === 'CallExpression' || node.type === 'OptionalCallExpression'
}

export function isMember(node: Placed): node is Member {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression'
}

export function isUndefined(node: Placed): boolean {
  return nameOf(node) === 'undefined'
}

function isPlaced(value: unknown): value is Placed {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
