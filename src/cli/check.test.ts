import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Card, createElement, defineAction, defineWidget, Icon, Title } from '../define/index.ts'
import { ParlorError } from '../errors.ts'
import { check } from './check.ts'
import { testIo } from './testing/test-io.ts'

const titled = (value: string) => ({ type: 'Card', children: [{ type: 'Title', value }] })
const broken = { type: 'Card', children: [{ type: 'Title' }, { type: 'Text', value: 'a', colour: 'red' }] }
const warned = { type: 'ListView', children: [] }

const slip = defineWidget({
  name: 'slip',
  state: z.strictObject({ title: z.string().default('Slip') }),
  view: ({ title }) => createElement(Card, null, createElement(Title, { value: title })),
})
const strict = defineWidget({
  name: 'strict-slip',
  state: z.strictObject({ title: z.string() }),
  view: ({ title }) => createElement(Card, null, createElement(Title, { value: title === 'bad' ? Number(1) : title })),
})
const thrower = defineWidget({
  name: 'thrower',
  state: z.strictObject({}),
  view: () => {
    throw new Error('no rows.')
  },
})

test('a right widget has no findings', async () => {
  const { io, result } = testIo({ 'card.json': titled('Hi') })
  expect(await check(['card.json'], io)).toBe(0)
  expect(result.out).toBe('1 file: 0 errors, 0 warnings\n')
})

test('each finding is a line, and errors make the exit code 1', async () => {
  const { io, result } = testIo({ 'a.json': titled('Hi'), 'b.json': broken, 'c.json': warned })
  expect(await check(['a.json', 'b.json', 'c.json'], io)).toBe(1)
  expect(result.out).toBe(`b.json: error Card.children[0].value: missing. Give it a string.
b.json: error Card.children[1].colour: no property has the name "colour". Did you mean \`color\`?
c.json: warning ListView.children: a list without rows. Show a Card with a Text that says so instead.
3 files: 2 errors, 1 warning
`)
})

test('warnings alone leave the exit code 0', async () => {
  const { io, result } = testIo({ 'c.json': warned })
  expect(await check(['c.json'], io)).toBe(0)
  expect(result.out).toContain('1 file: 0 errors, 1 warning\n')
})

test('--json gives the findings as data', async () => {
  const { io, result } = testIo({ 'b.json': { type: 'Card', children: [{ type: 'Title' }] } })
  expect(await check(['--json', 'b.json'], io)).toBe(1)
  expect(JSON.parse(result.out)).toEqual({
    files: [
      {
        file: 'b.json',
        findings: [
          {
            level: 'error',
            code: 'missing_prop',
            at: 'Card.children[0].value',
            problem: 'missing',
            hint: 'Give it a string.',
          },
        ],
        notes: [],
      },
    ],
    errors: 1,
    warnings: 0,
  })
})

const placed = defineWidget({
  name: 'placed-slip',
  state: z.strictObject({}),
  view: () => {
    const at = (lineNumber: number) => ({
      __source: { fileName: resolve('src/placed.tsx'), lineNumber, columnNumber: 7 },
    })
    const title = createElement(Title, { value: Number(1) as never, ...at(8) }) // what a compiler writes in development
    return createElement(Card, at(7), title, createElement(Icon, { name: 'bolttt', ...at(9) }))
  },
})

test('a finding whose tag is known begins with the place of it', async () => {
  const { io, result } = testIo({}, { 'placed.tsx': { placed } })
  expect(await check(['placed.tsx'], io)).toBe(1)
  expect(
    result.out,
  ).toBe(`src/placed.tsx:8:7: error placed-slip.Card.children[0].value: 1 does not fit here. Give it a string.
src/placed.tsx:9:7: warning placed-slip.Card.children[1].name: no icon is called "bolttt". Did you mean "bolt"? An unknown icon is drawn as a dot; \`lucide:…\` offers more.
1 file: 1 error, 1 warning
`)
})

test('--json tells the place and what was not looked at, too', async () => {
  const { io, result } = testIo({}, { 'placed.tsx': { placed, strict } })
  expect(await check(['placed.tsx', '--json'], io)).toBe(1)
  expect(JSON.parse(result.out)).toEqual({
    files: [
      {
        file: 'placed.tsx',
        findings: [
          {
            level: 'error',
            code: 'wrong_value',
            at: 'placed-slip.Card.children[0].value',
            problem: '1 does not fit here',
            hint: 'Give it a string.',
            source: 'src/placed.tsx:8:7',
          },
          {
            level: 'warning',
            code: 'unknown_icon',
            at: 'placed-slip.Card.children[1].name',
            problem: 'no icon is called "bolttt"',
            hint: 'Did you mean "bolt"? An unknown icon is drawn as a dot; `lucide:…` offers more.',
            source: 'src/placed.tsx:9:7',
          },
        ],
        notes: ['strict-slip was only loaded: {} is no state of it. Export one as `strictDefault` to have it checked'],
      },
    ],
    errors: 1,
    warnings: 1,
  })
})

test('a file that is not there, and one without JSON, are errors; the others are still checked', async () => {
  const { io, result } = testIo({ 'half.json': '{"type":', 'marked.json': `\uFEFF${JSON.stringify(titled('Hi'))}` })
  expect(await check(['gone.json', 'half.json', 'marked.json'], io)).toBe(1)
  expect(result.out).toContain('gone.json: error: it cannot be read. no such file: gone.json\n')
  expect(result.out).toContain('half.json: error: it holds no JSON. ')
  expect(result.out).toContain('3 files: 2 errors, 0 warnings\n')
})

const encode = (source: unknown) => btoa(JSON.stringify(source))
const widgetFile = (template: string, source?: object) => ({
  version: '1.0',
  name: 'greeting',
  template,
  ...(source && { encodedWidget: encode({ view: '<Card />', ...source }) }),
})
const greeting = '{"type":"Card","children":[{"type":"Title","value":{{ (who) | tojson }}}]}'

test('a .widget file is built with its default state', async () => {
  const { io, result } = testIo({
    'right.widget': widgetFile(greeting, { defaultState: { who: 'Ada' } }),
    'number.widget': widgetFile(greeting, { defaultState: { who: 1 } }),
    'lacking.widget': widgetFile(greeting, { defaultState: {} }),
    'stateless.widget': widgetFile(greeting),
    'other.widget': { version: '2.0', name: 'other', template: '{}' },
  })
  expect(await check(['right.widget'], io)).toBe(0)
  expect(await check(['number.widget', 'lacking.widget', 'stateless.widget', 'other.widget'], io)).toBe(1)
  expect(result.out).toBe(`1 file: 0 errors, 0 warnings
number.widget: error Card.children[0].value: 1 does not fit here. Give it a string.
lacking.widget: error greeting.who: missing. Give it in the data, or write \`| default(…)\` behind it in the template.
stateless.widget: the file has no default state: its template was read, and not built
other.widget: error widget file.version: only version 1.0 is known. Give it the parsed JSON of a .widget file.
4 files: 3 errors, 0 warnings
`)
})

test('a .tsx file says that it is run; its widgets are checked with {} or their exported default', async () => {
  const { io, result } = testIo(
    {},
    {
      'slip.tsx': { slip, place: defineAction('slip.place'), helper: () => 1 },
      'bad.tsx': { strict, strictDefault: { title: 'bad' }, thrower },
    },
  )
  expect(await check(['slip.tsx'], io)).toBe(0)
  expect(await check(['bad.tsx'], io)).toBe(1)
  expect(result.told).toBe('slip.tsx: runs the file to see its widgets\nbad.tsx: runs the file to see its widgets\n')
  expect(result.out).toBe(`1 file: 0 errors, 0 warnings
bad.tsx: error strict-slip.Card.children[0].value: 1 does not fit here. Give it a string.
bad.tsx: error thrower: the view throws: no rows. Have the schema of the state ask for all that the view needs.
1 file: 2 errors, 0 warnings
`)
})

test('a widget nobody has a state for was only loaded', async () => {
  const { io, result } = testIo({}, { 'strict.tsx': { strict }, 'none.tsx': { place: 1 } })
  expect(await check(['strict.tsx', 'none.tsx'], io)).toBe(0)
  expect(
    result.out,
  ).toBe(`strict.tsx: strict-slip was only loaded: {} is no state of it. Export one as \`strictDefault\` to have it checked
none.tsx: it exports no widget: it was only loaded
2 files: 0 errors, 0 warnings
`)
})

test('an exported default that does not fit is an error', async () => {
  const { io, result } = testIo({}, { 'strict.tsx': { strict, strictDefault: {} } })
  expect(await check(['strict.tsx'], io)).toBe(1)
  expect(result.out).toContain('strict.tsx: error strict-slip.title: expected string, received undefined. Give')
})

test('a module that does not load, and a missing tsx, are errors of the file', async () => {
  const { io, result } = testIo()
  expect(await check(['x.tsx'], io)).toBe(1)
  expect(result.out).toContain(
    'x.tsx: error: it does not load: Unexpected end of file. Run the file alone to see more.\n',
  )
  const load = async () => {
    throw new ParlorError('unsupported', { at: '', problem: 'running it takes the `tsx` package', hint: 'Install it.' })
  }
  expect(await check(['x.tsx'], { ...io, load })).toBe(1)
  expect(result.out).toContain('x.tsx: error: running it takes the `tsx` package. Install it.\n')
})

test('a finding is one line, also where a compiler says more', async () => {
  const { io, result } = testIo()
  const load = async () => {
    throw new Error('Transform failed with 1 error:\nslip.tsx:2:0: ERROR: Expected ">"\n')
  }
  expect(await check(['slip.tsx'], { ...io, load })).toBe(1)
  expect(
    result.out,
  ).toBe(`slip.tsx: error: it does not load: Transform failed with 1 error: slip.tsx:2:0: ERROR: Expected ">". Run the file alone to see more.
1 file: 1 error, 0 warnings
`)
})

test('JSX that was meant for parlor and went to React says so', async () => {
  const { io, result } = testIo()
  const load = async () => {
    throw new Error("Cannot find package 'react' imported from /slip.tsx")
  }
  expect(await check(['slip.tsx'], { ...io, load })).toBe(1)
  expect(result.out).toContain(
    "slip.tsx: error: it does not load: Cannot find package 'react' imported from /slip.tsx. Begin the file with /** @jsxImportSource parlor */, or",
  )
})

test('a module may be of any kind that can hold one', async () => {
  const { io, result } = testIo({}, { 'a.ts': { slip }, 'b.jsx': { slip }, 'c.js': { slip } })
  expect(await check(['a.ts', 'b.jsx', 'c.js'], io)).toBe(0)
  expect(result.out).toBe('3 files: 0 errors, 0 warnings\n')
})

test('wrong usage says what to do and gives 2', async () => {
  const { io, result } = testIo()
  expect(await check([], io)).toBe(2)
  expect(result.told).toContain('parlor check: no file is named. Name at least one.\n\nUsage: parlor check FILE…')
  expect(await check(['a.yaml'], io)).toBe(2)
  expect(result.told).toContain(
    'parlor check: a.yaml is of no kind it knows. It takes .json, .widget, .tsx, .ts, .jsx, .js.\n',
  )
  expect(await check(['--jsn', 'a.json'], io)).toBe(2)
  expect(result.told).toContain("Unknown option '--jsn'")
  expect(result.out).toBe('')
})
