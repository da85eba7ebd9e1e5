// @vitest-environment node
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { run } from './run.ts'
import { testIo } from './testing/test-io.ts'

test('--help tells the commands, and each command its own', async () => {
  for (const argv of [['--help'], ['-h'], ['check', '--help'], ['import', '-h']]) {
    const { io, result } = testIo()
    expect(await run(argv, io)).toBe(0)
    expect(result.out).toContain(argv.length === 1 ? 'Usage: parlor <command>' : `Usage: parlor ${argv[0]} FILE`)
    expect(result.out).toContain('\nExit code: 0 ')
    expect(result.told).toBe('')
  }
})

test('an unknown command or none gives the usage and 2', async () => {
  const { io, result } = testIo()
  expect(await run([], io)).toBe(2)
  expect(await run(['chekc'], io)).toBe(2)
  expect(result.told).toContain('parlor: there is no command `chekc`.\n\nUsage: parlor <command>')
  expect(result.out).toBe('')
})

const root = fileURLToPath(new URL('../..', import.meta.url))
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href
const own = ['--import', tsx, '-C', 'parlor-source', join(root, 'src/cli/index.ts')]

/** Runs the command line as a process of its own, in a project that leaves JSX to its bundler. */
function runIn(files: Record<string, string>, ...argv: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'slips-'))
  try {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules/parlor'), 'junction')
    symlinkSync(join(root, 'node_modules/zod'), join(folder, 'node_modules/zod'), 'junction')
    const project = {
      'tsconfig.json': '{ "compilerOptions": { "jsx": "preserve" } }',
      'package.json': '{ "type": "module" }',
    }
    for (const [name, content] of Object.entries({ ...project, ...files })) writeFileSync(join(folder, name), content)
    return spawnSync(process.execPath, [...own, ...argv], { encoding: 'utf8', cwd: folder, timeout: 20_000 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const slip = `/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Card, Title } from 'parlor/kit'
import { z } from 'zod'

export const slip = defineWidget({
  name: 'slip',
  state: z.strictObject({ title: z.any().default(1) }),
  view: ({ title }) => <Card><Title value={title} /></Card>,
})
`

test('the file itself runs: JSON, and TSX of a project that leaves JSX to its bundler', () => {
  const list = '{"type":"ListView","children":[{"type":"Text","value":"a"}]}'
  const { status, stdout, stderr } = runIn({ 'list.json': list, 'slip.tsx': slip }, 'check', 'list.json', 'slip.tsx')
  expect(stderr).toBe('slip.tsx: runs the file to see its widgets\n')
  expect(stdout).toBe(`list.json: error ListView.children[0]: a ListView takes no Text. It takes ListViewItem.
slip.tsx:9:30: error slip.Card.children[0].value: 1 does not fit here. Give it a string.
2 files: 2 errors, 0 warnings
`)
  expect(status).toBe(1)
}, 30_000)

test('a module that prints and leaves a server and a timer open spoils no report', () => {
  const busy = `import { createServer } from 'node:http'
createServer().listen(0)
setInterval(() => console.log('tick'), 1)
console.log('listening')
`
  const { status, stdout, stderr } = runIn({ 'busy.ts': busy }, 'check', '--json', 'busy.ts')
  expect(stderr).toContain('busy.ts: runs the file to see its widgets\nlistening\n')
  expect(JSON.parse(stdout)).toEqual({
    files: [{ file: 'busy.ts', findings: [], notes: ['it exports no widget: it was only loaded'] }],
    errors: 0,
    warnings: 0,
  })
  expect(status).toBe(0)
}, 30_000)

test.each([
  ['ends the process', 'process.exit(0)'],
  ['waits for what never comes', 'export const never = await new Promise(() => {})'],
])(
  'a module that %s is an error',
  (_what, source) => {
    const { status, stdout, stderr } = runIn({ 'gone.ts': source }, 'check', 'gone.ts')
    expect(stderr).toContain(`gone.ts: runs the file to see its widgets
parlor: there is no report. The file named last ended the process, or waits for what never comes.
`)
    expect(stdout).toBe('')
    expect(status).toBe(1)
  },
  30_000,
)

test('a reader who has had enough does not make it fail', async () => {
  const child = spawn(process.execPath, [...own, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect(stderr).toBe('')
  expect(status).toBe(0)
}, 30_000)

test('--version tells which one this is', () => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(runIn({}, '--version').stdout).toBe(`${version}\n`)
}, 30_000)
