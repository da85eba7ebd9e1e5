import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkModule } from './check-module.ts'
import { importFile } from './import.ts'
import { runTsx } from './testing/run-tsx.ts'
import { testIo } from './testing/test-io.ts'

const card = {
  type: 'Card',
  size: 'sm',
  asForm: true,
  confirm: { label: 'Go', action: { type: 'go', payload: { id: 1, 'a-b': [null, true] } } },
  children: [
    { type: 'Title', key: 'head', value: 'Say "hi" & <go>' },
    { type: 'Text', id: 't', value: "it's \\ two\nlines", maxLines: 2, streaming: false },
    { type: 'Box', children: [] },
    { type: 'Box' },
    { type: 'Transition', children: { type: 'Badge', label: '{new} &lt;', pill: true } },
    {
      type: 'Table',
      children: [{ type: 'Table.Row', header: true, children: [{ type: 'Table.Cell', children: [] }] }],
    },
    {
      type: 'Button',
      label: 'Open the reading list of this week',
      onClickAction: {
        type: 'list.open',
        handler: 'client',
        payload: { id: 'b1', titles: ['Emma', 'Beowulf'], query: { from: 'start', text: 'a longer search text' } },
      },
    },
  ],
}

/** What the one widget of a written module builds. */
function run(text: string): unknown {
  const [widget] = Object.values(runTsx(text))
  return typeof widget === 'function' ? widget({}) : undefined
}

test('widget JSON becomes TSX one can read', async () => {
  const { io, result } = testIo({ 'cards/go-card.json': card })
  expect(await importFile(['cards/go-card.json'], io)).toBe(0)
  expect(result.out).toBe(`/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Badge, Box, Button, Card, Table, Text, Title, Transition } from 'parlor/kit'
import { z } from 'zod'

/** A widget of plain JSON: its state is empty. */
export const goCardWidget = defineWidget({
  name: 'go-card',
  state: z.strictObject({}),
  view: () => (
    <Card size="sm" asForm confirm={{ label: 'Go', action: { type: 'go', payload: { id: 1, 'a-b': [null, true] } } }}>
      <Title key="head" value={'Say "hi" & <go>'} />
      <Text id="t" value={"it's \\\\ two\\nlines"} maxLines={2} streaming={false} />
      <Box>{[]}</Box>
      <Box />
      <Transition>
        <Badge label={'{new} &lt;'} pill />
      </Transition>
      <Table>
        <Table.Row header>
          <Table.Cell>{[]}</Table.Cell>
        </Table.Row>
      </Table>
      <Button
        label="Open the reading list of this week"
        onClickAction={{
          type: 'list.open',
          handler: 'client',
          payload: { id: 'b1', titles: ['Emma', 'Beowulf'], query: { from: 'start', text: 'a longer search text' } },
        }}
      />
    </Card>
  ),
})
`)
  expect(run(result.out)).toEqual(card)
  expect(checkModule(runTsx(result.out)).findings.map(({ level }) => level)).not.toContain('error')
  expect(checkModule(runTsx(result.out)).notes).toEqual([]) // `parlor check` finds the widget
})

test('nulls are left out, as the check leaves them out', async () => {
  const { io, result } = testIo({ 'a.json': { type: 'Card', size: null, children: [null, { type: 'Divider' }] } })
  expect(await importFile(['a.json'], io)).toBe(0)
  expect(run(result.out)).toEqual({ type: 'Card', children: [{ type: 'Divider' }] })
})

test('any text and any payload comes out as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.jsonValue(), async (value, data) => {
      const onClickAction = { type: 'go', payload: { data, ['__proto__']: value, [value]: 1 } }
      const root = { type: 'Card', children: [{ type: 'Button', key: value, label: value, onClickAction }] }
      const json = JSON.stringify(root)
      const { io, result } = testIo({ 'a.json': json })
      expect(await importFile(['a.json'], io)).toBe(0)
      expect(run(result.out)).toEqual(JSON.parse(json))
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['quiz.json', 'quizWidget'],
  ['Quiz card.json', 'quizCardWidget'],
  ['my-widget.json', 'myWidget'],
  ['delete.json', 'deleteWidget'],
  ['2-up.json', 'widget2Up'],
  ['define.json', 'definedWidget'],
  ['é.json', 'widget'],
])('%s gives a widget %s', async (file, name) => {
  const { io, result } = testIo({ [file]: { type: 'Card', children: [] } })
  expect(await importFile([file], io)).toBe(0)
  expect(result.out).toContain(`export const ${name} = defineWidget({`)
})

test('-o writes a file', async () => {
  const { io, result } = testIo({ 'a.json': { type: 'Card', children: [] } })
  expect(await importFile(['a.json', '-o', 'a.tsx'], io)).toBe(0)
  expect(result.out).toBe('')
  expect(result.told).toBe('a.tsx: written\n')
  expect(result.written.get('a.tsx')).toBe(`/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Card } from 'parlor/kit'
import { z } from 'zod'

/** A widget of plain JSON: its state is empty. */
export const aWidget = defineWidget({
  name: 'a',
  state: z.strictObject({}),
  view: () => (
    <Card>{[]}</Card>
  ),
})
`)
})

test('a .widget file becomes a widget', async () => {
  const template = '{"type":"Card","children":[]}'
  const { io, result } = testIo({ 'a.widget': { version: '1.0', name: 'greeting', template } })
  expect(await importFile(['a.widget'], io)).toBe(0)
  expect(result.out).toContain('export const greeting = defineWidget({')
})

test('a widget that is wrong is not written', async () => {
  const { io, result } = testIo({ 'a.json': { type: 'Card', children: [{ type: 'Title' }, { type: 'Caption' }] } })
  expect(await importFile(['a.json', '-o', 'a.tsx'], io)).toBe(1)
  expect(result.told).toBe(`a.json: error Card.children[0].value: missing. Give it a string.
a.json: error Card.children[1].value: missing. Give it a string.
`)
  expect(result.written.size).toBe(0)
})

test('wrong usage says what to do and gives 2', async () => {
  const { io, result } = testIo()
  expect(await importFile([], io)).toBe(2)
  expect(await importFile(['a.json', 'b.json'], io)).toBe(2)
  expect(await importFile(['a.tsx'], io)).toBe(2)
  expect(result.told).toContain(
    'parlor import: no file is named. Name a .widget or .json file.\n\nUsage: parlor import',
  )
  expect(result.told).toContain('parlor import: 2 files are named. It takes one.\n')
  expect(result.told).toContain('parlor import: a.tsx is of no kind it knows. It takes .widget, .json.\n')
})
