import ts from 'typescript'
import { expect, test } from 'vitest'
import * as zod from 'zod'
import * as define from '../../define/index.ts'
import * as kit from '../../kit/index.ts'
import * as jsxRuntime from '../../kit/jsx-runtime.ts'
import * as templates from '../index.ts'
import { loadTemplate } from '../load-template.ts'
import { agendaFile } from '../testing/agenda.ts'
import { encodeSource } from '../testing/encode-source.ts'
import { readingListFile, readingListState } from '../testing/reading-list.ts'

const modules: Record<string, unknown> = {
  zod,
  parlor: define,
  'parlor/kit': kit,
  'parlor/templates': templates,
  'parlor/jsx-runtime': jsxRuntime,
}

/** What a written module exports. */
function run(text: string): Record<string, unknown> {
  const { outputText } = ts.transpileModule(text, {
    fileName: 'widget.tsx',
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.ReactJSX },
  })
  const exported: Record<string, unknown> = {}
  new Function('require', 'exports', outputText)((name: string) => modules[name], exported)
  return exported
}

function call(widget: unknown, state: unknown): unknown {
  return typeof widget === 'function' ? widget(state) : undefined
}

const withSource = (source: Record<string, unknown>, template = '{"type":"Card","children":[]}') =>
  loadTemplate({ version: '1.0', name: 'A card', template, encodedWidget: encodeSource(source) }).toTsx()

test('a file of Studio becomes a module one would write', () => {
  expect(loadTemplate(readingListFile).toTsx()).toBe(`/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Box, Button, Col, Icon, ListView, ListViewItem, Text } from 'parlor/kit'
import { z } from 'zod'

const Book = z.strictObject({
  id: z.string(),
  title: z.string().trim().min(1),
  author: z.string().nullable(),
  color: z.enum(["blue-500", "red-500"]), // the dot in front
})

const WidgetState = z.strictObject({
  chosen: z.string().nullable(),
  books: z.array(Book),
})

export const readingListState = WidgetState
export type ReadingListState = z.infer<typeof readingListState>

export const readingListDefault: z.input<typeof readingListState> = {
  chosen: null,
  books: [
    { id: 'emma', title: 'Emma', author: 'Jane Austen', color: 'blue-500' },
    { id: 'beowulf', title: 'Beowulf', author: null, color: 'red-500' },
  ],
}

/** Reading list, as in its .widget file. */
export const readingList = defineWidget({
  name: 'reading-list',
  state: readingListState,
  view: ({ chosen, books }) => (
    <ListView>
      {books.map((book) => (
        <ListViewItem
          key={book.id}
          gap={5}
          onClickAction={
            chosen
              ? undefined
              : { type: "book.choose", handler: "client", payload: { id: book.id, all: books || [] } }
          }
        >
          <Box background={book.color} radius="full" size={25} />
          <Col gap={1}>
            <Text value={book.title} weight="semibold" color={chosen === book.id ? "emphasis" : undefined} />
            {book.author ? <Text value={\`by \${book.author}\`} size="sm" /> : null}
          </Col>
          {chosen === book.id && <Icon name="check" size="xl" />}
        </ListViewItem>
      ))}
      <ListViewItem key="more">
        <Button label="More <books>" pill disabled={chosen !== null} onClickAction={{ type: "book.more" }} />
      </ListViewItem>
    </ListView>
  ),
})
`)
})

test('the module builds what the template builds, for the default state and others', () => {
  const template = loadTemplate(readingListFile)
  const { readingList, readingListDefault } = run(template.toTsx())
  expect(readingListDefault).toEqual(readingListState)
  for (const state of [readingListState, { ...readingListState, chosen: 'emma' }]) {
    const built = call(readingList, state)
    // `build` drops nulls inside payloads, too; a widget from code keeps them there until it is sent.
    expect(JSON.parse(JSON.stringify(built, (_, value) => value ?? undefined))).toEqual(template.build(state))
  }
})

test('without a source the module builds from the template, and says so', () => {
  const template = loadTemplate(agendaFile)
  const text = template.toTsx()
  expect(text).toContain(
    "/*\n * - Studio's source is missing in the file: the widget is built from the file's template, and takes any state.\n */",
  )
  const state = { current: 'a', days: [{ name: `Monday \`x\` \${y}`, entries: [{ id: 'a', title: 'Tea' }] }] }
  expect(call(run(text).agenda, state)).toEqual(template.build(state))
})

test('a source without schema and state takes any state, and says so', () => {
  const text = withSource(
    { view: '<Card><Title value="Hi" /></Card>' },
    '{"type":"Card","children":[{"type":"Title","value":"Hi"}]}',
  )
  expect(text).toContain("Studio's schema is missing in the file: any state is taken.")
  expect(text).toContain("Studio's default state is missing in the file.")
  expect(text).toContain('export const aCardState = z.any()')
  expect(call(run(text).aCard, {})).toEqual({ type: 'Card', children: [{ type: 'Title', value: 'Hi' }] })
})

test('where the template parts from the source, a comment names the place', () => {
  const source = {
    view: '<Card of={[]}><Gauge /></Card>',
    schema: 'export default z.any()',
    defaultState: { title: 'x' },
  }
  expect(withSource(source, '{"type":"Card","children":[{"type":"Title","value":{{ name | tojson }}}]}')).toContain(
    "The template does not take Studio's default state: A card.name: missing.",
  )
  const file = {
    version: '1.0',
    name: 'A card',
    template: '{"type":"Card","of":[],"children":[{"type":"Title","value":{{ title | tojson }}}]}',
    outputJsonPreview: { type: 'Card', of: [], children: [{ type: 'Title', value: 'y', color: null }] },
    encodedWidget: encodeSource(source),
  }
  const text = loadTemplate(file).toTsx()
  expect(text).toContain("The template and Studio's preview differ at `Card.children[0].value`.")
  expect(text).toContain('`of` is no property of Card: it is left out.')
  expect(text).toContain('<Card><Gauge /></Card>')
  expect(text).toContain('`Gauge` is no component of the kit.')
})

test.each([
  ['<Card of={[]} size="sm" />', '<Card size="sm" />'],
  ['<Card size="sm" of />', '<Card size="sm" />'],
  ["<Card\n  of='a > b'\n>{'<Card of={1}>'}</Card>", "<Card\n>{'<Card of={1}>'}</Card>"],
  [`<Card {...{ a: '}' }} of = {\`}\${{ a: \`}\` }}\`} off={1}></Card>`, "<Card {...{ a: '}' }} off={1}></Card>"],
  ['<Cards of={1}><Card><Card.Of of={1} /></Card></Cards>', '<Cards of={1}><Card><Card.Of of={1} /></Card></Cards>'],
])('a property the kit does not know is left out of %s', (view, kept) => {
  const text = withSource({ view, defaultState: {} }, '{"type":"Card","of":[],"children":[]}')
  expect(text.replaceAll('\n    ', '\n')).toContain(`=> (\n${kept}\n`)
})

test('texts are left alone: tags in them import nothing, lines in them keep their start', () => {
  const view = `<Card>
  <Markdown value={\`# <Title>
  it's \${open ? \`<Badge> \${"}"}\` : [{ of: 1 }, <Text value="a
 <Row>" />]}
\`} />
  {/* <Col> */}
</Card>`
  const text = withSource({ view, defaultState: { open: true, Title: 1, 'a-b': 2 } })
  expect(text).toContain("import { Card, Markdown, Text } from 'parlor/kit'")
  expect(text).toContain('view: ({ open }) => (')
  expect(text).toContain("\n    <Card>\n      <Markdown value={`# <Title>\n  it's ${open")
  expect(call(run(text).aCard, { open: true })).toEqual({
    type: 'Card',
    children: [{ type: 'Markdown', value: "# <Title>\n  it's <Badge> }\n" }],
  })
})

test.each([
  ['Reading list', 'readingList', 'reading-list'],
  ['article_list', 'articleList', 'article-list'],
  ['HTMLCard 2', 'htmlcard2', 'htmlcard-2'],
  ['3 wishes', 'widget3Wishes', '3-wishes'],
  ['class', 'classWidget', 'class'],
  ['書', 'widget', 'widget'],
])('%s is called %s', (name, variable, widgetName) => {
  const template = '{"type":"Card","children":[]}'
  const exported = run(loadTemplate({ version: '1.0', name, template }).toTsx())
  expect(exported[variable]).toEqual(expect.objectContaining({ widgetName }))
})

test('a name the schema uses is not used again', () => {
  const schema = 'const aCard = z.object({})\nexport default aCard'
  expect(withSource({ view: '<Card />', schema })).toContain('export const aCardWidget = defineWidget({')
  const state = 'const aCardState = z.object({})\nexport default aCardState'
  expect(withSource({ view: '<Card />', schema: state })).toContain('export const aCardWidgetState = aCardState\n')
})
