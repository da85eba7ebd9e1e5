import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadTemplate } from '../../templates/index.ts'
import { readingListFile, readingListState } from '../../templates/testing/reading-list.ts'
import { venueFile, venueState } from '../../templates/testing/venue.ts'
import { runTsx } from '../testing/run-tsx.ts'
import { exportWidget } from './export-widget.ts'

const exported = (source: string, name?: string) =>
  exportWidget({ file: 'slip.tsx', source, name, load: async () => runTsx(source), sample: null })

const slip = `/** @jsxImportSource parlor */
import { defineAction, defineWidget } from 'parlor'
import { Box, Button, Card, Col, Input, Row, Table, Text as Words, Title, Transition } from 'parlor/kit'
import { z } from 'zod'

const sizes = ['sm', 'md'] as const
const Leg = z.strictObject({
  id: z.int(),
  team: z.string(), // as it is printed
  odds: z.string().optional(),
})
export type Leg = z.infer<typeof Leg>
export const slipState = z.strictObject({
  id: z.string(),
  size: z.enum(sizes).default('md'),
  title: z.string().nullish(),
  open: z.boolean(),
  legs: z.array(Leg) satisfies z.ZodType<Leg[]>,
  note: z.strictObject({ text: z.string() }).optional(),
})
export type SlipState = z.infer<typeof slipState>

export const place = defineAction('slip.place', {
  payload: z.strictObject({ id: z.string(), legs: z.array(z.int()) }),
  form: z.strictObject({ stake: z.coerce.number() }),
  handler: 'client',
  streaming: false,
})
const COLORS = { sm: 'blue-500', md: 'red-500' } as const
const heading = { size: 'sm', maxLines: 2 } as const

export const slipDefault = { id: 'a', open: true, legs: [{ id: 1, team: 'Ajax' }, { id: 2, team: 'PSV', odds: '2.5' }] }

/** A slip. */
export const slip = defineWidget({
  name: 'slip',
  state: slipState,
  view: (state: SlipState) => {
    const { legs } = state
    const isEmpty = legs.length === 0
    return (
      <Card
        size={state.size as 'sm' | 'md'}
        asForm
        confirm={{ label: 'Place', action: place({ id: state.id, legs: legs.map(({ id }) => id) }) }}
      >
        {/* the title */}
        <Title value={state.title ?? \`Slip {{ \${state.id} }}\`} size={heading.size} />
        <>
          {isEmpty && <Words value="No {% legs %}" />}
          <Col>
            {legs.map((leg: Leg, at) => (
              <Row key={leg.id}>
                <Words value={\`\${at}: \${leg.team}\`} color={COLORS[state.size]} />
                {leg.odds && <Words value={'at ' + leg.odds} weight={leg.id === 1 ? 'bold' : undefined} />}
              </Row>
            ))}
          </Col>
        </>
        <Box>{state.note ? <Words value={state.note.text} /> : undefined}</Box>
        <Transition>{state.open && <Input name={place.field('stake')} />}</Transition>
        <Table>
          <Table.Row header><Table.Cell>{null}</Table.Cell></Table.Row>
        </Table>
        <Button label="Go" disabled={!state.open || isEmpty} onClickAction={{ type: place.type, payload: heading }} />
      </Card>
    )
  },
})
`

const template =
  '{"type":"Card","size":{{ (size) | tojson }},"asForm":true,"confirm":{"label":"Place","action":{"type":"slip.place","payload":{"id":{{ (id) | tojson }},"legs":[{%- set _c -%}{%-for item in legs -%},{{ (item.id) | tojson }}{%-endfor-%}{%- endset -%}{{- (_c[1:] if _c and _c[0] == \',\' else _c) -}}]},"handler":"client","streaming":false}},' +
  '"children":[{%- set _c -%},{"type":"Title","value":{{ (((title | default(none)) if ((title | default(none)) is not none) else ("Slip {{ " ~ id ~ " }}"))) | tojson }},"size":"sm"}' +
  '{%-if not legs -%},{"type":"Text","value":"No \\u007b% legs %}"}{%-else-%}{%-endif-%}' +
  ',{"type":"Col","children":[{%- set _c -%}{%-for leg in legs -%}{%- set at = loop.index0 -%},{"type":"Row","key":{{ ("" ~ leg.id) | tojson }},"children":[{%- set _c -%},{"type":"Text","value":{{ ((at ~ ": " ~ leg.team)) | tojson }},"color":{{ ({"sm": "blue-500", "md": "red-500"}[size]) | tojson }}}' +
  '{%-if leg.odds | default(none) -%},{"type":"Text","value":{{ (("at " ~ leg.odds)) | tojson }},"weight":{% if leg.id == 1 %}"bold"{% else %}{{ (none) | tojson }}{% endif %}}{%-else-%}{%-endif-%}{%- endset -%}{{- (_c[1:] if _c and _c[0] == \',\' else _c) -}}]}{%-endfor-%}{%- endset -%}{{- (_c[1:] if _c and _c[0] == \',\' else _c) -}}]}' +
  ',{"type":"Box","children":{% if (false if ((note | default(none)) is not none) else true) %}null{% else %}[{%- set _c -%}{%-if (note | default(none)) is not none -%},{"type":"Text","value":{{ (note.text) | tojson }}}{%-else-%}{%-endif-%}{%- endset -%}{{- (_c[1:] if _c and _c[0] == \',\' else _c) -}}]{% endif %}}' +
  ',{"type":"Transition","children":{% if open %}{"type":"Input","name":"stake"}{% else %}null{% endif %}}' +
  ',{"type":"Table","children":[{"type":"Table.Row","header":true,"children":[{"type":"Table.Cell","children":[]}]}]}' +
  ',{"type":"Button","label":"Go","disabled":{{ (((not open) or (not legs))) | tojson }},"onClickAction":{"type":"slip.place","payload":{"size":"sm","maxLines":2}}}{%- endset -%}{{- (_c[1:] if _c and _c[0] == \',\' else _c) -}}]}'

test('a widget with actions, constants and types becomes what Studio would have written', async () => {
  const { json, notes } = await exported(slip)
  expect(notes).toEqual(['exports slip, shown with `slipDefault`', 'the template builds what the widget builds'])
  expect(json.template).toBe(template)
  expect(loadTemplate(json).source).toEqual({
    id: expect.stringMatching(/^wig_[\da-z]{8}$/),
    name: 'slip',
    defaultState: { ...(runTsx(slip).slipDefault as object), size: 'md' },
    jsonSchema: json.jsonSchema,
    view: `<Card
  size={size}
  asForm
  confirm={{ label: 'Place', action: { type: "slip.place", payload: { id: id, legs: legs.map((item) => item.id) }, handler: "client", streaming: false } }}
>
  {/* the title */}
  <Title value={title ?? \`Slip {{ \${id} }}\`} size={'sm'} />
  <>
    {(legs.length === 0) && <Text value="No {% legs %}" />}
    <Col>
      {legs.map((leg, at) => (
        <Row key={leg.id}>
          <Text value={\`\${at}: \${leg.team}\`} color={({ sm: 'blue-500', md: 'red-500' })[size]} />
          {leg.odds && <Text value={'at ' + leg.odds} weight={leg.id === 1 ? 'bold' : undefined} />}
        </Row>
      ))}
    </Col>
  </>
  <Box>{note ? <Text value={note.text} /> : undefined}</Box>
  <Transition>{open && <Input name={"stake"} />}</Transition>
  <Table>
    <Table.Row header><Table.Cell>{null}</Table.Cell></Table.Row>
  </Table>
  <Button label="Go" disabled={!open || (legs.length === 0)} onClickAction={{ type: "slip.place", payload: ({ size: 'sm', maxLines: 2 }) }} />
</Card>`,
    schema: `import { z } from 'zod'

const sizes = ['sm', 'md']

const Leg = z.strictObject({
  id: z.int(),
  team: z.string(), // as it is printed
  odds: z.string().optional(),
})

const slipState = z.strictObject({
  id: z.string(),
  size: z.enum(sizes).default('md'),
  title: z.string().nullish(),
  open: z.boolean(),
  legs: z.array(Leg),
  note: z.strictObject({ text: z.string() }).optional(),
})

export default slipState`,
  })
})

test('the exported file builds what the widget builds, for other states, too', async () => {
  const { json } = await exported(slip)
  const widget = runTsx(slip).slip
  const base = { id: 'a', size: 'sm', open: false, legs: [] }
  for (const state of [
    base,
    { ...base, title: null, note: { text: 'it\'s <b>&"' } },
    {
      ...base,
      title: 'T',
      open: true,
      legs: [
        { id: 1, team: 'A', odds: '' },
        { id: 2, team: 'B', odds: '3' },
      ],
    },
  ]) {
    expect(loadTemplate(json).build(state)).toEqual(typeof widget === 'function' ? widget(state) : undefined)
  }
})

const text = fc.constantFrom('', 'a', "it's", '<b>&"', '{{ x }} {% y %}', 'é😀', '\n')
const gone = fc.constant(undefined)
const randomSlip = fc.record({
  id: text,
  size: fc.constantFrom('sm', 'md'),
  title: fc.oneof(text, gone, fc.constant(null)),
  open: fc.boolean(),
  legs: fc.array(fc.record({ id: fc.integer({ min: -3, max: 3 }), team: text, odds: fc.oneof(text, gone) }), {
    maxLength: 3,
  }),
  note: fc.oneof(fc.record({ text }), gone),
})

test('for any state the exported file builds what the widget builds', async () => {
  const { build } = loadTemplate((await exported(slip)).json)
  const widget = runTsx(slip).slip
  fc.assert(
    fc.property(randomSlip, (random) => {
      const state: object = JSON.parse(JSON.stringify(random))
      expect(build(state)).toEqual(typeof widget === 'function' ? widget(state) : undefined)
    }),
    { numRuns: 200 },
  )
})

test('what is exported can be imported and exported again, and stays the same', async () => {
  const { json } = await exported(slip)
  const again = await exported(loadTemplate(json).toTsx())
  expect(again.json).toEqual({ ...json, encodedWidget: again.json.encodedWidget })
  expect(loadTemplate(again.json).source?.view).toBe(loadTemplate(json).source?.view)
})

test.each([
  {
    file: readingListFile,
    states: [readingListState, { ...readingListState, chosen: 'emma' }, { chosen: null, books: [] }],
  },
  { file: venueFile, states: [venueState, { ...venueState, seats: null, open: false }, { ...venueState, seats: 1 }] },
])("Studio's own file comes back: import, export, the same widget: $file.name", async ({ file, states }) => {
  const template = loadTemplate(file)
  const { json } = await exported(template.toTsx())
  const back = loadTemplate(json)
  expect(back.source?.view).toBe(template.source?.view.trim())
  expect(back.source?.defaultState).toEqual(states[0])
  for (const state of states) expect(back.build(state)).toEqual(template.build(state))
})

test('what Studio writes is written the same', async () => {
  expect((await exported(loadTemplate(venueFile).toTsx())).json.template).toBe(venueFile.template)
})

const small = (
  more: string,
  view = '<Card><Title value={title} /></Card>',
  state = 'z.strictObject({ title: z.string().default("Hi") })',
) => `/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Card, Title } from 'parlor/kit'
import { z } from 'zod'
${more}
export const hello = defineWidget({ name: 'hello', state: ${state}, view: ({ title }) => (${view}) })
`

test('without a state anywhere, what the schema makes of {} is shown', async () => {
  const { json, notes } = await exported(small(''))
  expect(notes[0]).toBe('exports hello, shown with what its schema makes of {}')
  expect(json.outputJsonPreview).toEqual({ type: 'Card', children: [{ type: 'Title', value: 'Hi' }] })
})

test('a schema from another module reaches Studio as JSON Schema', async () => {
  const source = `${small("import { bookSchema } from './elsewhere.ts'\nexport const helloDefault = { title: 'x' }", undefined, 'bookSchema')}`
  const { json, notes } = await exported(source)
  expect(notes[1]).toBe('its schema has parts from other modules: Studio gets it as JSON Schema')
  expect(loadTemplate(json).source?.schema).toMatch(
    /^import \{ z \} from "zod"\n\nexport default z\.fromJSONSchema\(\{\n/,
  )
})

test('of several widgets one is chosen by name', async () => {
  const source = small(
    "export const other = defineWidget({ name: 'other', state: z.strictObject({}), view: () => <Card>{[]}</Card> })",
  )
  expect((await exported(source, 'other')).json.template).toBe('{"type":"Card","children":[]}')
  expect((await exported(source, 'hello')).json.name).toBe('hello')
  await expect(exported(source)).rejects.toThrow('it defines 2 widgets: other, hello. Choose one with --name.')
  await expect(exported(source, 'x')).rejects.toThrow(
    'it defines no widget `x`, only other, hello. Choose one with --name.',
  )
})

test.each([
  [
    'const x = 1',
    "it defines no widget. Write defineWidget({ name: '…', state, view }) there, imported from 'parlor'.",
  ],
  ['const x = ', 'it is no TSX: Unexpected token. Correct it there. (slip.tsx:1:11)'],
  [small('').replace('export const', 'const'), 'hello: the file does not export it. Write `export` in front of it.'],
  [
    small('', undefined, 'z.strictObject({ title: z.string() })'),
    'hello: there is no state to show it with. Name one with --state FILE.json, or export one as `helloDefault`.',
  ],
  [
    small('', undefined, 'z.strictObject({ title: z.date().default(new Date(0)).transform(String) })'),
    'hello: its state has no JSON Schema: Transforms cannot be represented in JSON Schema. Keep plain JSON in the state: z.string() with an ISO date, not z.date().',
  ],
  [
    small('', undefined, "z.array(z.string()).default([]).transform((xs) => ({ title: xs[0] ?? '' })).pipe(z.any())"),
    'x',
  ],
])('%s cannot be exported', async (source, message) => {
  await expect(exported(source)).rejects.toThrow(expect.objectContaining({ message: expect.stringContaining(message) }))
})
