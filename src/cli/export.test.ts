import { expect, test } from 'vitest'
import { loadTemplate } from '../templates/index.ts'
import { exportFile } from './export.ts'
import { run } from './run.ts'
import { runTsx } from './testing/run-tsx.ts'
import { testIo } from './testing/test-io.ts'

const hello = `/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Card, Title } from 'parlor/kit'
import { z } from 'zod'

export const hello = defineWidget({
  name: 'hello',
  state: z.strictObject({ who: z.string() }),
  view: ({ who }) => (
    <Card>
      <Title value={\`Hello \${who}\`} />
    </Card>
  ),
})
`
const withDefault = `${hello}\nexport const helloDefault = { who: 'Ada' }\n`
const files = {
  'hello.tsx': withDefault,
  'bare.tsx': hello,
  'bob.json': { who: 'Bob' },
  'wrong.json': { who: 1 },
  'list.json': [],
}
const modules = { 'hello.tsx': runTsx(withDefault), 'bare.tsx': runTsx(hello) }

test('a widget is written as a .widget file, and what was done is told', async () => {
  const { io, result } = testIo(files, modules)
  expect(await run(['export', 'hello.tsx', '--out', 'hello.widget'], io)).toBe(0)
  expect(result.out).toBe('')
  expect(result.told).toBe(`hello.tsx: runs the file to see its widgets
hello.tsx: exports hello, shown with \`helloDefault\`
hello.tsx: the template builds what the widget builds
hello.widget: written
`)
  expect(JSON.parse(result.written.get('hello.widget') ?? '')).toEqual({
    version: '1.0',
    name: 'hello',
    template: '{"type":"Card","children":[{"type":"Title","value":{{ (("Hello " ~ who)) | tojson }}}]}',
    jsonSchema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { who: { type: 'string' } },
      required: ['who'],
      additionalProperties: false,
    },
    outputJsonPreview: { type: 'Card', children: [{ type: 'Title', value: 'Hello Ada' }] },
    encodedWidget: expect.stringMatching(/^[\w-]+$/),
  })
})

test('--state names the state it is shown with; without -o the file goes to the output', async () => {
  const { io, result } = testIo(files, modules)
  expect(await exportFile(['bare.tsx', '--state', 'bob.json', '--name', 'hello'], io)).toBe(0)
  expect(result.told).toContain('bare.tsx: exports hello, shown with bob.json\n')
  const template = loadTemplate(JSON.parse(result.out))
  expect(template.source).toMatchObject({
    view: `<Card>\n  <Title value={\`Hello \${who}\`} />\n</Card>`,
    schema: "import { z } from 'zod'\n\nexport default z.strictObject({ who: z.string() })",
    defaultState: { who: 'Bob' },
  })
  expect(template.build({ who: 'Eve' })).toEqual({ type: 'Card', children: [{ type: 'Title', value: 'Hello Eve' }] })
})

test.each([
  [
    ['bare.tsx'],
    'bare.tsx: error hello: there is no state to show it with. Name one with --state FILE.json, or export one as `helloDefault`.\n',
  ],
  [
    ['bare.tsx', '--state', 'wrong.json'],
    'bare.tsx: error hello.who: expected string, received number. Give `hello` the state its schema asks for.\n',
  ],
  [
    ['bare.tsx', '--state', 'list.json'],
    'bare.tsx: error hello: expected object, received array. Give `hello` the state its schema asks for.\n',
  ],
  [
    ['bare.tsx', '--state', 'gone.json'],
    'bare.tsx: error: --state gone.json: it cannot be read. no such file: gone.json\n',
  ],
  [
    ['hello.tsx', '--name', 'bye'],
    'hello.tsx: error: it defines no widget `bye`, only hello. Choose one with --name.\n',
  ],
  [['gone.tsx'], 'gone.tsx: error: it cannot be read. no such file: gone.tsx\n'],
])('export %j fails with 1', async (argv, line) => {
  const { io, result } = testIo(files, modules)
  expect(await exportFile([...argv, '-o', 'x.widget'], io)).toBe(1)
  expect(result.told.replace(/^.*runs the file to see its widgets\n/, '')).toBe(line)
  expect(result.written.size).toBe(0)
})

test('an expression outside of the dialect is named with its place; nothing is written', async () => {
  const source = withDefault.replace(/\{`Hello .*`\}/, '{who.trim()}')
  const { io, result } = testIo({ 'hello.tsx': source }, { 'hello.tsx': runTsx(source) })
  expect(await exportFile(['hello.tsx', '-o', 'x.widget'], io)).toBe(1)
  expect(result.told).toContain(
    'hello.tsx:11:21: error hello: `who.trim()` calls `trim`, which templates cannot. Compute it into the state.\n',
  )
  expect(result.written.size).toBe(0)
})

test('a file that does not run says so', async () => {
  const { io, result } = testIo(files)
  expect(await exportFile(['hello.tsx'], io)).toBe(1)
  expect(result.told).toContain(
    'hello.tsx: error: it cannot be exported: Unexpected end of file. Nothing was written.\n',
  )
})

test('a template that would build something else is found out', async () => {
  const { io, result } = testIo(files, { 'hello.tsx': runTsx(withDefault.replace('Hello ', 'Bye ')) })
  expect(await exportFile(['hello.tsx'], io)).toBe(1)
  expect(result.told).toContain(
    'hello.tsx: error hello.Card.children[0].value: the template would not build what the widget builds. Nothing was written. Write this part of the view more simply, or compute it into the state.\n',
  )
})

test('wrong usage says what to do and gives 2', async () => {
  const { io, result } = testIo()
  expect(await exportFile([], io)).toBe(2)
  expect(await exportFile(['a.tsx', 'b.tsx'], io)).toBe(2)
  expect(await exportFile(['a.json'], io)).toBe(2)
  expect(await exportFile(['--help'], io)).toBe(0)
  expect(result.told).toContain('parlor export: no file is named. Name a .tsx file.\n\nUsage: parlor export FILE.tsx')
  expect(result.told).toContain('parlor export: 2 files are named. It takes one.\n')
  expect(result.told).toContain('parlor export: a.json is of no kind it knows. It takes .tsx.\n')
  expect(result.out).toContain('Usage: parlor export FILE.tsx [--name NAME] [--state FILE.json] [-o FILE.widget]\n')
})
