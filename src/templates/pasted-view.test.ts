import ts from 'typescript'
import { expect, test } from 'vitest'
import * as zod from 'zod'
import * as define from '../define/index.ts'
import * as kit from '../kit/index.ts'
import * as jsxRuntime from '../kit/jsx-runtime.ts'
import { differenceOf, loadTemplate } from './index.ts'
import { readingListFile, readingListState } from './testing/reading-list.ts'
import { venueFile, venueState } from './testing/venue.ts'

const modules: Record<string, unknown> = {
  zod,
  parlor: define,
  'parlor/kit': kit,
  'parlor/jsx-runtime': jsxRuntime,
}

/** The widget one gets by pasting a view between the brackets of `view`, as it is. */
function pasted(view: string, fields: readonly string[], schema: string): (state: unknown) => unknown {
  const { outputText } = ts.transpileModule(
    `/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Badge, Basic, Box, Button, Col, Icon, Image, ListView, ListViewItem, Row, Text, Title } from 'parlor/kit'
${schema.replace('export default', 'const PastedState =')}
export const widget = defineWidget({ name: 'pasted', state: PastedState, view: ({ ${fields.join(', ')} }) => (${view}) })`,
    {
      fileName: 'widget.tsx',
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.ReactJSX },
    },
  )
  const exported: { widget?: (state: unknown) => unknown } = {}
  new Function('require', 'exports', outputText)((name: string) => modules[name], exported)
  if (!exported.widget) throw new Error('nothing was exported')
  return exported.widget
}

const studios = [
  {
    file: readingListFile,
    states: [readingListState, { ...readingListState, chosen: 'emma' }, { chosen: null, books: [] }],
  },
  { file: venueFile, states: [venueState, { ...venueState, seats: null, open: false }, { ...venueState, seats: 1 }] },
]

test.each(studios)("a view of Studio's, pasted unchanged, gives what its template gives: $file.name", ({
  file,
  states,
}) => {
  const { build, source } = loadTemplate(file)
  expect(source).not.toBeNull()
  for (const schema of ["import { z } from 'zod'\nexport default z.any()", source?.schema ?? '']) {
    const widget = pasted(source?.view ?? '', Object.keys(states[0] ?? {}), schema)
    for (const state of states) expect(differenceOf(widget(state), build(state), 'widget')).toBeNull()
  }
})

test('pasted, a preview is the plain JSON one expects', () => {
  const widget = pasted(
    loadTemplate(venueFile).source?.view ?? '',
    Object.keys(venueState),
    "import { z } from 'zod'\nexport default z.any()",
  )
  expect(widget(venueState)).toEqual({
    type: 'Basic',
    children: [
      {
        type: 'Row',
        gap: 3,
        padding: 0,
        align: 'start',
        children: [
          {
            type: 'Box',
            border: { color: 'gray-900', size: 1 },
            width: 100,
            children: [
              { type: 'Image', src: 'https://example.com/hall.png', alt: 'Picture of The "Blue" Hall', frame: true },
            ],
          },
          {
            type: 'Col',
            gap: 1,
            children: [
              { type: 'Title', value: 'The "Blue" Hall', size: 'sm' },
              { type: 'Text', value: '2 seats free', size: 'xs' },
              { type: 'Badge', label: 'open', color: 'success' },
            ],
          },
        ],
      },
    ],
  })
})
