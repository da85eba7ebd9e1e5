import { type Expression, innerNodes, nameOf, type Placed, type Program, type Statement } from './ast.ts'
import { declarationOf } from './module.ts'
import type { Scope } from './scope.ts'
import type { SourceText } from './source-text.ts'

/** The zod source of a state as Studio has it: what it is made of, and a default export. Null where parts come from elsewhere. */
export function schemaSource(schema: Expression, program: Program, scope: Scope): string | null {
  const { source } = scope
  const needed = new Set<Statement>()
  if (!gather(schema, program, needed)) return null
  const parts = program.body.filter((statement) => needed.has(statement)).map(declarationOf)
  const imports = parts.filter(({ type }) => type === 'ImportDeclaration')
  const declared = parts.filter((part) => !imports.includes(part) && !isAlias(part))
  for (const node of [...declared, schema]) stripTypes(node, source)
  return [
    imports.map((part) => source.textOf(part)).join('\n'),
    ...declared.map((part) => source.textOf(part)),
    `export default ${source.textOf(aliased(schema, scope))}`,
  ].join('\n\n')
}

/** Finds the statements that make what a node refers to; false where one is out of reach. */
function gather(node: Placed, program: Program, needed: Set<Statement>): boolean {
  return referencesIn(node).every((name) => {
    const statement = program.body.find((found) => declares(declarationOf(found), name))
    if (!statement || needed.has(statement)) return true
    if (statement.type === 'ImportDeclaration' && !/^zod(\/|$)/.test(statement.source.value)) return false
    needed.add(statement)
    return gather(declarationOf(statement), program, needed)
  })
}

function declares(statement: Statement, name: string): boolean {
  if (statement.type === 'VariableDeclaration') return statement.declarations.some(({ id }) => nameOf(id) === name)
  if (statement.type === 'FunctionDeclaration') return statement.id?.name === name
  return statement.type === 'ImportDeclaration' && statement.specifiers.some(({ local }) => local.name === name)
}

/** The names a node refers to; names of properties are none. */
function referencesIn(node: Placed): string[] {
  if (node.type === 'ImportDeclaration' || node.type.startsWith('TSType')) return []
  const name = nameOf(node)
  if (name !== null) return [name]
  const isNamed = !('computed' in node && node.computed)
  const label = !isNamed ? null : 'key' in node ? node.key : 'property' in node ? node.property : null
  return innerNodes(node)
    .filter((inner) => inner !== label)
    .flatMap(referencesIn)
}

/** Whether a declaration only gives something another name: `const bookState = WidgetState`. */
function isAlias(statement: Statement): boolean {
  if (statement.type !== 'VariableDeclaration') return false
  return statement.declarations.every(({ init }) => init?.type === 'Identifier')
}

function aliased(node: Expression, scope: Scope): Expression {
  const found = node.type === 'Identifier' ? scope.find(node.name) : undefined
  return found?.kind === 'constant' && found.node.type === 'Identifier' ? aliased(found.node, scope) : node
}

/** Has Studio get JavaScript. */
function stripTypes(node: Placed, source: SourceText): void {
  if (['TSTypeAnnotation', 'TSTypeParameterInstantiation', 'TSTypeParameterDeclaration'].includes(node.type)) {
    source.edit(node, () => '')
    return
  }
  const inner = innerNodes(node)
  const [expression] = inner
  if (['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(node.type) && expression) {
    source.edit(node, () => source.textOf(expression))
  }
  for (const part of inner) stripTypes(part, source)
}
