import { ParlorError } from '../../errors.ts'
import { Budget } from './budget.ts'
import { evaluate, type Rendering } from './evaluate.ts'
import { fromData } from './from-data.ts'
import { printed } from './print.ts'
import { Scope } from './scope.ts'
import type { Statement, Target } from './syntax.ts'
import { charactersOf, Fields, isTrue, kindOf, present, type Value } from './values.ts'

/** The text a template makes of data; ParlorError `invalid_input` at `name.items[0].label` for what it misses there. */
export function render(template: readonly Statement[], data: unknown, name: string): string {
  const { variables, places } = fromData(data, name)
  const rendering: Rendering = { name, places, budget: new Budget(name) }
  return run(template, new Scope(new Map(), new Scope(variables)), rendering)
}

function run(statements: readonly Statement[], scope: Scope, rendering: Rendering): string {
  const { budget } = rendering
  return budget.within(() => {
    let text = ''
    for (const statement of statements) {
      budget.step()
      switch (statement.kind) {
        case 'text':
          text += budget.write(statement.text)
          break
        case 'print':
          text += printed(evaluate(statement.value, scope, rendering), budget)
          break
        case 'if':
          text += run(
            isTrue(evaluate(statement.test, scope, rendering)) ? statement.yes : statement.no,
            scope,
            rendering,
          )
          break
        case 'for':
          text += loop(statement, scope, rendering)
          break
        case 'set':
          assign(statement.target, evaluate(statement.value, scope, rendering), scope, rendering)
          break
        case 'capture':
          assign(statement.target, budget.write(run(statement.body, scope.inner(), rendering)), scope, rendering)
          break
        default:
          statement satisfies never
      }
    }
    return text
  })
}

function loop(statement: Extract<Statement, { kind: 'for' }>, scope: Scope, rendering: Rendering): string {
  const entries = entriesOf(present(evaluate(statement.over, scope, rendering)), rendering)
  if (entries.length === 0) return run(statement.empty, scope.inner(), rendering)
  let text = ''
  for (let index = 0; index < entries.length; index++) {
    const turn = scope.inner()
    turn.set(statement.name, entries[index] ?? null)
    turn.set('loop', loopFields(index, entries.length))
    text += run(statement.body, turn, rendering)
  }
  return text
}

function entriesOf(value: Value, { name }: Rendering): ArrayLike<Value> {
  if (Array.isArray(value)) return value
  if (value instanceof Map) return [...value.keys()]
  if (typeof value === 'string') return charactersOf(value)
  throw new ParlorError('invalid_input', {
    at: `${name}.template`,
    problem: `a loop runs over ${kindOf(value)}`,
    hint: 'Give it a list.',
  })
}

function loopFields(index: number, length: number): Fields {
  return new Fields([
    ['index', index + 1],
    ['index0', index],
    ['first', index === 0],
    ['last', index === length - 1],
    ['length', length],
  ])
}

function assign({ name, field }: Target, value: Value, scope: Scope, rendering: Rendering): void {
  if (field === null) {
    scope.set(name, value)
    return
  }
  const owner = scope.get(name)
  if (!(owner instanceof Fields)) {
    const at = `${rendering.name}.${name}.${field}`
    throw new ParlorError('invalid_input', {
      at,
      problem: `\`${name}\` is no namespace`,
      hint: `Begin with {% set ${name} = namespace() %}.`,
    })
  }
  owner.members.set(field, value)
}
