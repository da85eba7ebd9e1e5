import { parse } from '@babel/parser'
import { ParlorError } from '../../errors.ts'
import {
  bare,
  type Expression,
  type ExpressionOf,
  innerNodes,
  nameOf,
  type Placed,
  type Program,
  type Statement,
} from './ast.ts'
import { Scope } from './scope.ts'
import type { SourceText } from './source-text.ts'

/** A call of `defineWidget` in a module. */
export interface WidgetCall {
  name: string
  options: ExpressionOf<'ObjectExpression'>
}

/** Reads a module. ParlorError `invalid_input` with the place where it is no TSX. */
export function parseModule(file: string, source: string): Program {
  try {
    return parse(source, { sourceType: 'module', plugins: ['typescript', 'jsx'] }).program
  } catch (cause) {
    const told =
      cause instanceof Error ? cause.message.replace(/\s*\((\d+):(\d+)\)$/, '').replace(/\.$/, '') : String(cause)
    const place = cause instanceof Error ? /\((\d+):(\d+)\)$/.exec(cause.message) : null
    const at = place ? `${file}:${place[1]}:${Number(place[2]) + 1}` : undefined
    throw new ParlorError('invalid_input', {
      at: '',
      problem: `it is no TSX: ${told}`,
      hint: 'Correct it there.',
      source: at,
      cause,
    })
  }
}

/** The calls of `defineWidget` with a name one can read. */
export function widgetCalls(program: Program, scope: Scope): WidgetCall[] {
  return callsIn(program, scope)
}

function callsIn(node: Placed, scope: Scope): WidgetCall[] {
  return innerNodes(node).flatMap((inner) => [...callOf(inner, scope), ...callsIn(inner, scope)])
}

function callOf(node: Placed, scope: Scope): WidgetCall[] {
  if (!isCallExpression(node)) return []
  const callee = scope.find(nameOf(node.callee) ?? '')
  const [options] = node.arguments
  if (callee?.kind !== 'ours' || callee.name !== 'defineWidget' || options?.type !== 'ObjectExpression') return []
  const name = optionOf(options, 'name')
  return name?.type === 'StringLiteral' ? [{ name: name.value, options }] : []
}

function isCallExpression(node: Placed): node is ExpressionOf<'CallExpression'> {
  return node.type === 'CallExpression'
}

/** An option as it is written; null where there is none. */
export function optionOf(options: ExpressionOf<'ObjectExpression'>, name: string): Expression | null {
  const found = options.properties.find(
    (property) => property.type === 'ObjectProperty' && nameOf(property.key) === name,
  )
  return found?.type === 'ObjectProperty' ? bare(found.value as Expression) : null // patterns stand only in front of `=`
}

/** What the names at the top of a module stand for. */
export function moduleScope(program: Program, source: SourceText): Scope {
  const scope = new Scope(source)
  for (const statement of program.body) bindStatement(declarationOf(statement), scope)
  return scope
}

/** A statement without `export`. */
export function declarationOf(statement: Statement): Statement {
  return statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
}

function bindStatement(statement: Statement, scope: Scope): void {
  if (statement.type === 'ImportDeclaration') {
    const isOurs = /^parlor(\/kit|\/actions)?$/.test(statement.source.value)
    for (const specifier of statement.specifiers) {
      const imported = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : null
      scope.set(
        specifier.local.name,
        isOurs && imported !== null
          ? { kind: 'ours', name: imported }
          : {
              kind: 'other',
              why: 'comes from another module',
              hint: 'Write it into this file, or put it into the state.',
            },
      )
    }
  }
  if (statement.type === 'FunctionDeclaration' && statement.id) {
    scope.set(statement.id.name, { kind: 'other', why: 'is a function', hint: 'Compute it into the state.' })
  }
  if (statement.type !== 'VariableDeclaration') return
  for (const { id, init } of statement.declarations) {
    if (id.type !== 'Identifier') continue
    scope.set(
      id.name,
      init && statement.kind === 'const'
        ? { kind: 'constant', node: init, scope }
        : { kind: 'other', why: 'is a variable that may change', hint: 'Make it a const, or put it into the state.' },
    )
  }
}
