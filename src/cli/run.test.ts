// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { run } from './run.ts'
import { testIo } from './testing/test-io.ts'

test('--help tells the commands, and each command its own', async () => {
  for (const argv of [['--help'], ['-h'], ['check', '--help'], ['import', '-h']]) {
    const { io, result } = testIo()
    expect(await run(argv, io)).toBe(0)
    expect(result.out).toContain(argv.length === 1 ? 'Usage: parlor <command>' : `Usage: parlor ${argv[0]} FILE`)
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

const slip = `/** @jsxImportSource parlor */
import { defineWidget } from 'parlor'
import { Card, Title } from 'parlor/kit'
import { z } from 'zod'

export const slip = defineWidget({
  name: 'slip',
  state: z.strictObject({ title: z.string().default('') }),
  view: ({ title }) => <Card><Title value={title} size={'huge' as never} /></Card>,
})
`

test('the file itself runs: JSON, and TSX of a project that leaves JSX to its bundler', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'slips-'))
  try {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules/parlor'), 'junction')
    symlinkSync(join(root, 'node_modules/zod'), join(folder, 'node_modules/zod'), 'junction')
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "jsx": "preserve" } }')
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'list.json'), '{"type":"ListView","children":[{"type":"Text","value":"a"}]}')
    writeFileSync(join(folder, 'slip.tsx'), slip)
    const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', tsx, '-C', 'parlor-source', join(root, 'src/cli/index.ts'), 'check', 'list.json', 'slip.tsx'],
      { encoding: 'utf8', cwd: folder },
    )
    expect(stderr).toBe('slip.tsx: runs the file to see its widgets\n')
    expect(stdout).toBe(`list.json: error ListView.children[0]: a ListView takes no Text. It takes ListViewItem.
slip.tsx: error slip.Card.children[0].size: "huge" is not among the allowed values. Allowed: sm, md, lg, xl, 2xl, 3xl, 4xl, 5xl.
2 files: 2 errors, 0 warnings
`)
    expect(status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 30_000)
