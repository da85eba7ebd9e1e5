// `npm test`: all set-up, then everything CI runs. The last line is summed from the runners' own reports; what did not run counts as failed.
//   npm test                 everything
//   npm run check            the quick truth: format, lint, types, unit tests, build, packaging, sizes
//   npm run stories | e2e    one browser stage alone
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { ensureBrowser } from './lib/browser.mjs'
import { ensureInstalled, root } from './lib/setup.mjs'

const reports = `${root}.cache/reports`

const bin = (path) => [process.execPath, `node_modules/${path}`]

/** One command that either holds or does not. */
const single = (name, ...command) => ({
  name,
  command,
  read: (status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }),
})

/** A runner that writes a JSON report; without a readable one the stage has failed. */
const reported = (name, read, ...command) => ({
  name,
  command,
  report: `${reports}/${name}.json`,
  read(status) {
    const counts = read(JSON.parse(readFileSync(this.report, 'utf8')))
    const failed = counts.failed + counts.skipped
    return { passed: counts.passed, failed: failed === 0 && (status !== 0 || counts.passed === 0) ? 1 : failed }
  },
})

const vitest = (name, ...options) =>
  reported(
    name,
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
      passed: numPassedTests,
      failed:
        numFailedTests +
        testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
      skipped: numPendingTests + numTodoTests,
    }),
    ...bin('vitest/vitest.mjs'),
    'run',
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports}/${name}.json`,
  )

const stages = {
  check: [
    single('format and lint', ...bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '--colors=off', '.'),
    single('types', ...bin('typescript/bin/tsc'), '-p', '.'),
    vitest('unit'),
    single('build', process.execPath, 'scripts/build.mjs'),
    single('built package loads', process.execPath, 'scripts/smoke.mjs'),
    single('README compiles', process.execPath, 'scripts/readme.mjs'),
    single('publint', ...bin('publint/src/cli.js'), '--strict'),
    single(
      'are the types wrong',
      ...bin('@arethetypeswrong/cli/dist/index.js'),
      '--pack',
      '.',
      '--profile',
      'esm-only',
    ),
    single('unused code', ...bin('knip/bin/knip.js')),
    {
      ...reported(
        'sizes',
        (budgets) => ({
          passed: budgets.filter(({ passed }) => passed).length,
          failed: budgets.filter(({ passed }) => !passed).length,
          skipped: 0,
        }),
        ...bin('size-limit/bin.js'),
        '--json',
      ),
      reportsToStdout: true,
    },
  ],
  stories: ['light', 'dark'].map((scheme) => ({
    ...vitest(`stories ${scheme}`, '--config', 'vitest.stories.config.ts'),
    env: { STORYBOOK_SCHEME: scheme },
    browser: true,
  })),
  e2e: [
    {
      ...reported(
        'e2e',
        ({ stats, errors }) => ({
          passed: stats.expected,
          failed: stats.unexpected + stats.flaky + errors.length,
          skipped: stats.skipped,
        }),
        ...bin('@playwright/test/cli.js'),
        'test',
      ),
      browser: true,
    },
  ],
}

ensureInstalled()
const wanted = process.argv.slice(2).filter((argument) => argument in stages)
const chosen = (wanted.length > 0 ? wanted : Object.keys(stages)).flatMap((name) => stages[name])
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
if (chosen.some((stage) => stage.browser)) await ensureBrowser()

const results = chosen.map((stage) => {
  console.log(`\n── ${stage.name}`)
  const [command, ...args] = stage.command
  const began = Date.now()
  const output = stage.reportsToStdout ? 'pipe' : 'inherit'
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...stage.env },
    stdio: ['ignore', output, 'inherit'],
  })
  if (stage.reportsToStdout) {
    process.stdout.write(stdout)
    writeFileSync(stage.report, stdout)
  }
  return { name: stage.name, seconds: Math.round((Date.now() - began) / 1000), ...counted(stage, status) }
})

function counted(stage, status) {
  try {
    return stage.read(status)
  } catch (error) {
    console.error(`${stage.name} wrote no report: ${error.message}`)
    return { passed: 0, failed: 1 }
  }
}

console.log('\n── summary')
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name.padEnd(22)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds} s`,
  )
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exitCode = total('failed') === 0 ? 0 : 1
