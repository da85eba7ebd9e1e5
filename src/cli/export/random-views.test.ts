import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isParlorError } from '../../errors.ts'
import { inspectWidget } from '../../kit/index.ts'
import { differenceOf, loadTemplate } from '../../templates/index.ts'
import { runTsx } from '../testing/run-tsx.ts'
import { moduleScope, parseModule, widgetCalls } from './module.ts'
import { resolveRefs } from './resolve-refs.ts'
import { exportedWidget, jsonSchemaOf } from './run-widget.ts'
import { shapeOf } from './shape.ts'
import { SourceText } from './source-text.ts'
import { compileView } from './view.ts'

const schema = `z.strictObject({
  s: z.string(), os: z.string().optional(), ns: z.string().nullable(), nos: z.string().nullish(),
  n: z.int(), on: z.int().optional(), b: z.boolean(), ob: z.boolean().optional(), nb: z.boolean().nullable(),
  e: z.enum(['a', 'b']), u: z.union([z.string(), z.array(z.string())]), any: z.any(),
  xs: z.array(z.string()), oxs: z.array(z.string()).optional(), nxs: z.array(z.string()).nullable(),
  o: z.strictObject({ items: z.array(z.string()), k: z.string().optional(), copy: z.boolean() }),
  oo: z.strictObject({ k: z.string().nullish() }).optional(),
  rows: z.array(z.strictObject({ id: z.string(), name: z.string().optional(), qty: z.int(), tags: z.array(z.string()) })),
})`
const paths = [
  's',
  'os',
  'ns',
  'nos',
  'n',
  'on',
  'b',
  'ob',
  'nb',
  'e',
  'u',
  'any',
  'xs',
  'oxs',
  'nxs',
  'o',
  'o.k',
  'o.items',
  'o.copy',
  'oo?.k',
  'oo',
  'xs[0]',
  'LABELS[e]',
  'LABELS.a',
  'rows[1]?.name',
]
const literals = [
  "'a'",
  "''",
  '0',
  '1',
  'true',
  'false',
  'null',
  'undefined',
  '[]',
  '`x`',
  "'{{ s }} {% \"'",
  '-1',
  '({})',
]

const { expression } = fc.letrec<{ expression: string; leaf: string; condition: string }>((tie) => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...paths) },
    { weight: 1, arbitrary: fc.constantFrom(...literals) },
  ),
  condition: fc.oneof(
    tie('leaf'),
    fc
      .tuple(tie('leaf'), fc.constantFrom('===', '!==', '==', '!='), tie('leaf'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc
      .tuple(fc.constantFrom('xs', 'o.items', 'u', 's'), fc.constantFrom('', ' > 0', ' === 0', ' !== 0', ' >= 1'))
      .map(([a, op]) => `(${a}.length${op})`),
    tie('expression').map((of) => `!${of}`),
    fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map(([a, op, b]) => `(${a} ${op} ${b})`),
  ),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.tuple(tie('condition'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', '||', '??'), tie('expression'))
      .map(([a, op, b]) => `((${a}) ${op} (${b}))`),
    tie('condition'),
    fc
      .array(tie('expression'), { maxLength: 2 })
      .map((parts) => `\`<${parts.map((part) => `\${${part}}`).join('-')}>\``),
    fc.array(tie('expression'), { maxLength: 2 }).map((entries) => `[${entries.join(', ')}]`),
    fc
      .array(tie('expression'), { maxLength: 2 })
      .map((members) => `({ ${members.map((member, at) => `m${at}: ${member}`).join(', ')} })`),
    tie('expression').map((of) => `rows.map(({ id, name }, at) => [id, name, at, ${of}])`),
    tie('expression').map((of) => `oxs?.map((s) => [s, ${of}, LABELS])`),
  ),
}))

const text = fc.constantFrom('', 'a', 'b', "it's", 'x {{ y }}', '"é😀\n')
const list = fc.array(text, { maxLength: 2 })
const gone = fc.constant(undefined)
const json = fc.jsonValue({ maxDepth: 1 })
const state = fc.record({
  s: text,
  os: fc.oneof(text, gone),
  ns: fc.oneof(text, fc.constant(null)),
  nos: fc.oneof(text, gone, fc.constant(null)),
  n: fc.integer({ min: -1, max: 2 }),
  on: fc.oneof(fc.constant(0), fc.constant(7), gone),
  b: fc.boolean(),
  ob: fc.oneof(fc.boolean(), gone),
  nb: fc.oneof(fc.boolean(), fc.constant(null)),
  e: fc.constantFrom('a', 'b'),
  u: fc.oneof(text, list),
  any: json,
  xs: list,
  oxs: fc.oneof(list, gone),
  nxs: fc.oneof(list, fc.constant(null)),
  o: fc.record({ items: list, k: fc.oneof(text, gone), copy: fc.boolean() }),
  oo: fc.oneof(fc.record({ k: fc.oneof(text, gone, fc.constant(null)) }), gone),
  rows: fc.array(fc.record({ id: text, name: fc.oneof(text, gone), qty: fc.nat(3), tags: list }), { maxLength: 2 }),
})

/** A view with expressions in a property and between tags. */
function moduleOf(property: string, condition: string): string {
  return `/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Box, Button, Card, Text, Transition } from 'parlor/kit'
import { z } from 'zod'
const LABELS = { a: 'first', b: 'second' }
export const w = defineWidget({ name: 'w', state: ${schema}, view: ({ s, os, ns, nos, n, on, b, ob, nb, e, u, any, xs, oxs, nxs, o, oo, rows }) => (
  <Card>
    <Button key={${JSON.stringify(property)}} label="x" onClickAction={{ type: 't', payload: { v: ${property} } }} />
    <Box>{${condition} ? <Text value="yes" /> : undefined}</Box>
    <Box>{oxs?.map((x, i) => <Text key={i} value={x} />)}</Box>
    <Transition>{!(${condition}) && <Text value="no" />}</Transition>
    {rows.map((row) => ${condition} && [<Text value={row.name ?? row.id} />, <Text value={\`\${row.qty}\`} />])}
  </Card>
) })`
}

/** What the view gives before the check looks at it: lists may hold `undefined`. */
function viewed(widget: ReturnType<typeof exportedWidget>[1], state: object): unknown {
  return 'view' in widget && typeof widget.view === 'function' ? widget.view(widget.parse(state)) : undefined
}

test('whatever a view computes, its template computes the same or is refused', () => {
  fc.assert(
    fc.property(
      expression,
      expression,
      fc.array(state, { minLength: 4, maxLength: 4 }),
      (property, condition, states) => {
        const source = moduleOf(property, condition)
        const [, widget] = exportedWidget(runTsx(source), 'w')
        const program = parseModule('w.tsx', source)
        const sourceText = new SourceText('w.tsx', source, 'w')
        const scope = moduleScope(program, sourceText)
        const [call] = widgetCalls(program, scope)
        let template: string
        try {
          if (!call) return
          template = compileView(call.options, shapeOf(resolveRefs(jsonSchemaOf(widget))), scope).template
        } catch (error) {
          if (isParlorError(error)) return
          throw error
        }
        const { build } = loadTemplate({ version: '1.0', name: 'w', template })
        for (const one of states) {
          const given: object = JSON.parse(JSON.stringify(one))
          const problems = inspectWidget(viewed(widget, given))
          if (problems.some(({ code }) => code === 'not_a_node')) continue // a number of `any` between tags
          expect([
            template,
            differenceOf(build(given), JSON.parse(JSON.stringify(viewed(widget, given))), 'Card'),
          ]).toEqual([template, null])
        }
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)
