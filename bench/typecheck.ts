import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { median, type Row } from './row.ts'

const files = 8
const widgetsPerFile = 10
const nodesPerWidget = 30
const nodes = files * widgetsPerFile * nodesPerWidget
const processes = 5
const limit = 0.5

/**
 * CPU seconds that 2,400 nodes, as JSX and as plain calls, add to type-checking a project that imports the kit and a schema library.
 * Beside it, what the same nodes add with components typed as plain interfaces, without generics: most of it is any compiler's work
 * on that much code, and on a busy machine both grow alike.
 */
export async function typecheck(): Promise<Row[]> {
  const published = existsSync('dist/kit/index.d.ts')
  const root = mkdtempSync(join(tmpdir(), 'parlor-typecheck-'))
  try {
    const projects = kinds.flatMap((kit) => styles.map((style) => ({ kit, style, folder: project(root, kit, style) })))
    const times = projects.map((): number[] => [])
    for (let round = 0; round < processes; round++) {
      for (const [index, { folder }] of projects.entries()) times[index]?.push(secondsIn(folder, published))
    }
    const secondsOf = (kit: Kit, style: Style) =>
      median(times[projects.findIndex((one) => one.kit === kit && one.style === style)] ?? [])
    const of = published ? 'published types' : 'source, as nothing is built'
    return (['jsx', 'calls'] as const).flatMap((style) => {
      const [added = 0, plain = 0] = kinds.map((kit) => secondsOf(kit, style) - secondsOf(kit, 'none'))
      const what = `${nodes} nodes as ${style === 'jsx' ? 'JSX' : 'plain calls'}, added`
      const base = secondsOf('parlor', 'none')
      const detail = `${added.toFixed(2)} s on top of ${base.toFixed(2)} s, limit ${limit} s (${of})`
      return [
        { name: `${what} / limit`, ratio: added / limit, detail },
        { name: `${what} / added with plain interfaces`, ratio: added / plain, detail: `there ${plain.toFixed(2)} s` },
      ]
    })
  } finally {
    rmSync(root, { recursive: true })
  }
}

const kinds = ['parlor', 'plain'] as const
type Kit = (typeof kinds)[number]
const styles = ['none', 'jsx', 'calls'] as const
type Style = (typeof styles)[number]

/** A project whose widgets are written in one style; `none` has one node per file. */
function project(root: string, kit: Kit, style: Style): string {
  const folder = join(root, kit, style)
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  symlinkSync(resolve('.'), join(folder, 'node_modules/parlor'))
  symlinkSync(resolve('node_modules/zod'), join(folder, 'node_modules/zod'))
  if (kit === 'plain') writeFileSync(join(folder, 'plain.ts'), plainKit)
  for (let index = 0; index < files; index++) writeFileSync(join(folder, `widgets-${index}.tsx`), fileOf(kit, style))
  return folder
}

const components =
  'Badge, Box, Button, Caption, Card, Col, Divider, Form, Icon, Image, Input, Label, Markdown, Row, Select, Spacer, Text, Title'

/** The same components with the same properties, as one would declare them for React. */
const plainKit = `import type * as kit from 'parlor/kit'
import type { z } from 'zod'
export type Child = { readonly type: string } | boolean | '' | null | undefined | readonly Child[]
${components
  .split(', ')
  .map(
    (name) => `export interface ${name}Props extends Omit<kit.${name}, 'type' | 'children' | 'key'> {
  key?: string | number
  children?: Child
}
export declare function ${name}(props${name === 'Spacer' || name === 'Divider' ? '?' : ''}: ${name}Props): kit.JsxElement`,
  )
  .join('\n')}
export declare function defineWidget<State extends z.ZodType>(options: {
  name: string
  state: State
  view: (state: z.output<State>) => kit.JsxElement
}): (state: z.input<State>) => kit.JsxElement
`

function fileOf(kit: Kit, style: Style): string {
  const widgets = style === 'none' ? [] : Array.from({ length: widgetsPerFile }, (_, index) => widgetOf(style, index))
  const imports =
    kit === 'plain'
      ? `import { defineAction } from 'parlor'\nimport { defineWidget, ${components} } from './plain.ts'`
      : `import { defineAction, defineWidget } from 'parlor'\nimport { ${components} } from 'parlor/kit'`
  return `/** @jsxImportSource parlor */
import { z } from 'zod'
${imports}
export const state = z.strictObject({ id: z.string(), title: z.string(), rows: z.array(z.strictObject({ id: z.string(), text: z.string() })) })
export const open = defineAction('open', { payload: z.strictObject({ id: z.string() }) })
export const used = [${components.replace('Card, ', '')}]
export const empty = defineWidget({ name: 'empty', state, view: () => <Card>{null}</Card> })
${widgets.join('\n')}
`
}

/** One widget of 30 nodes. */
function widgetOf(style: Exclude<Style, 'none'>, index: number): string {
  const view = style === 'jsx' ? jsxView : callView
  return `export const widget${index} = defineWidget({ name: 'widget-${index}', state, view: ({ id, title, rows }) => ${view} })`
}

const jsxRow = (row: number) => `
  <Row key="r${row}" gap={2} align="center" padding={{ x: 2, y: 1 }}>
    <Image src="https://example.org/${row}.png" alt="" size={40} radius="md" />
    <Col flex={1} gap={1}><Text value={rows[${row}]?.text ?? ''} weight="semibold" maxLines={1} /><Caption value="yesterday" color="secondary" /></Col>
    <Button label="Open" size="sm" variant="outline" iconEnd="chevron-right" onClickAction={open({ id })} />
  </Row>`
const jsxView = `(
  <Card size="md" status={{ text: 'Now', icon: 'bolt' }} confirm={{ label: 'Go', action: open({ id }) }}>
    <Row><Title value={title} size="sm" /><Spacer /><Icon name="star" /><Badge label="new" color="info" /></Row>
    <Divider />
    ${[0, 1, 2].map(jsxRow).join('')}
    <Form onSubmitAction={open({ id })}><Label value="Name" fieldName="name" /><Input name="name" required /></Form>
    <Markdown id="answer" value={title} streaming />
    {rows.map(({ id, text }) => <Text key={id} value={text} />)}
  </Card>
)`

const callRow = (row: number) => `
  Row({ key: 'r${row}', gap: 2, align: 'center', padding: { x: 2, y: 1 }, children: [
    Image({ src: 'https://example.org/${row}.png', alt: '', size: 40, radius: 'md' }),
    Col({ flex: 1, gap: 1, children: [Text({ value: rows[${row}]?.text ?? '', weight: 'semibold', maxLines: 1 }), Caption({ value: 'yesterday', color: 'secondary' })] }),
    Button({ label: 'Open', size: 'sm', variant: 'outline', iconEnd: 'chevron-right', onClickAction: open({ id }) }),
  ] }),`
const callView = `Card({ size: 'md', status: { text: 'Now', icon: 'bolt' }, confirm: { label: 'Go', action: open({ id }) }, children: [
  Row({ children: [Title({ value: title, size: 'sm' }), Spacer(), Icon({ name: 'star' }), Badge({ label: 'new', color: 'info' })] }),
  Divider(),
  ${[0, 1, 2].map(callRow).join('')}
  Form({ onSubmitAction: open({ id }), children: [Label({ value: 'Name', fieldName: 'name' }), Input({ name: 'name', required: true })] }),
  Markdown({ id: 'answer', value: title, streaming: true }),
  rows.map(({ id, text }) => Text({ key: id, value: text })),
] })`

function secondsIn(folder: string, published: boolean): number {
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), folder, String(published)],
    {
      encoding: 'utf8',
    },
  )
  if (child.status !== 0) throw new Error(child.stdout + child.stderr)
  return Number.parseFloat(child.stdout)
}

/** Type-checks a project and prints the CPU seconds; what does not compile is thrown. */
function checkProject(folder: string, published: boolean): void {
  const start = process.cpuUsage()
  const program = ts.createProgram(
    Array.from({ length: files }, (_, index) => join(folder, `widgets-${index}.tsx`)),
    {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      jsx: ts.JsxEmit.ReactJSX,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.Preserve,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      preserveSymlinks: true,
      allowImportingTsExtensions: true,
      ...(published ? {} : { customConditions: ['parlor-source'] }),
    },
  )
  const wrong = files > 0 ? program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder)) : []
  const problems = wrong
    .filter(({ fileName }) => !fileName.includes('node_modules'))
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
  const { user, system } = process.cpuUsage(start)
  if (problems.length > 0) {
    throw new Error(
      ts.formatDiagnostics(problems.slice(0, 5), {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => folder,
        getNewLine: () => '\n',
      }),
    )
  }
  console.log((user + system) / 1_000_000)
}

// As a process of its own it checks one project: a compiler that has run before is faster.
const [, script, folder, published] = process.argv
if (script === fileURLToPath(import.meta.url) && folder) checkProject(folder, published === 'true')
