// `npm run conformance:python -- [DIR] [--random COUNT] [--seed NUMBER]`: plays scenarios on the reference server in Python, now,
// and replays its answers here: those of DIR/wire.json, whose recorded answers it must also give again, and random ones.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { difference } from './conformance/masked.ts'
import { randomScenarios } from './conformance/random-scenarios.ts'
import { replayWire } from './conformance/wire.ts'
import { ensureReference } from './lib/python.mjs'
import { root, run } from './lib/setup.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { random: { type: 'string', default: '300' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
})
const [directory] = positionals
const recorded = directory ? readRecording(join(directory, 'wire.json')) : {}
const seed = Number(values.seed)
const scenarios = { ...recorded, ...randomScenarios(seed, Number(values.random)) }

const answered = playOnReference(scenarios)
const changed = Object.entries(recorded).flatMap(([name, scenario]) => {
  const problem = difference(scenario, answered[name], name)
  return problem ? [`The reference answers otherwise than recorded: ${problem}`] : []
})
const { passed, failures } = await replayWire(answered)
for (const failure of [...changed, ...failures]) console.log(failure)
console.log(`seed ${seed}: ${Object.keys(scenarios).length} scenarios`)
console.log(`${passed} passed, ${changed.length + failures.length} failed`)
process.exitCode = changed.length + failures.length > 0 || passed === 0 ? 1 : 0

type Scenarios = Readonly<Record<string, unknown>>

function readRecording(path: string): Scenarios {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  console.error(`There is no ${path}`)
  process.exit(1)
}

function playOnReference(scenarios: object): Scenarios {
  const python = ensureReference()
  const folder = mkdtempSync(join(tmpdir(), 'parlor-reference-'))
  const [source, target] = [join(folder, 'scenarios.json'), join(folder, 'wire.json')]
  try {
    writeFileSync(source, JSON.stringify(scenarios))
    if (!run(python, [`${root}scripts/conformance/python/reference.py`, source, target])) process.exit(1)
    return JSON.parse(readFileSync(target, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
