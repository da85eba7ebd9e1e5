import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { borderColors, chartColors, surfaceColors, textColors, widgetIcons } from './index.ts'

const path = join(import.meta.dirname, 'what-is-being-typed.tsx')
let typed = ''
let version = 0

const service = ts.createLanguageService({
  getCompilationSettings: () => ({
    strict: true,
    types: [],
    jsx: ts.JsxEmit.Preserve,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
  }),
  getScriptFileNames: () => [path],
  getScriptVersion: (file) => (file === path ? String(version) : '0'),
  getScriptSnapshot: (file) => {
    const text = file === path ? typed : ts.sys.readFile(file)
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
  },
  getCurrentDirectory: () => import.meta.dirname,
  getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
  fileExists: (file) => file === path || ts.sys.fileExists(file),
  readFile: (file) => ts.sys.readFile(file),
})

/** What an editor offers where `|` stands. */
function offeredIn(code: string): string[] {
  const head = "import { Box, Button, Card, Chart, Divider, Icon, Text, Title } from './index.ts'\n"
  const at = head.length + code.indexOf('|')
  typed = head + code.replace('|', '')
  version += 1
  const { entries = [] } = service.getCompletionsAtPosition(path, at, {}) ?? {}
  return entries.map(({ name }) => name).toSorted()
}

test.each<[code: string, words: readonly string[]]>([
  ['<Button iconStart="|" />', widgetIcons],
  ['<Button label="a" iconStart="star" iconEnd="|" />', widgetIcons],
  ["Button({ label: 'a', iconStart: '|' })", widgetIcons],
  ['<Icon name="|" />', widgetIcons],
  ['<Text value="" color="|" />', textColors],
  ["Title({ value: '', color: '|' })", textColors],
  ['<Divider color="|" />', borderColors],
  ["Box({ border: { size: 1, color: '|' } })", borderColors],
  ['<Box background="|" />', surfaceColors],
  ["Card({ background: '|', children: [] })", surfaceColors],
  ["Chart({ data: [], series: [{ type: 'bar', dataKey: 'a', color: '|' }], xAxis: 'b' })", chartColors],
])('an editor offers the words that go into %s', (code, words) => {
  expect(offeredIn(code)).toEqual(expect.arrayContaining([...words]))
})
