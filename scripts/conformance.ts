// `npm run conformance -- DIR`: replays DIR/wire.json and DIR/diffs.json, one line per failure, then the sum.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DiffPair, replayDiffs } from './conformance/diffs.ts'
import { type Replayed, replayWire } from './conformance/wire.ts'

const [directory] = process.argv.slice(2)
if (!directory) {
  console.error('Say where the recordings are: npm run conformance -- DIR')
  process.exit(1)
}

const sums = [
  await replayFile('wire.json', replayWire),
  await replayFile('diffs.json', async (pairs: DiffPair[]) => replayDiffs(pairs)),
]
const failures = sums.flatMap(({ failures }) => failures)
const passed = sums.reduce((sum, { passed }) => sum + passed, 0)
for (const failure of failures) console.log(failure)
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0

/** A file that is not there replays nothing; one that cannot be read is one failure. */
async function replayFile<Recorded>(
  name: string,
  replay: (recorded: Recorded) => Promise<Replayed>,
): Promise<Replayed> {
  const path = join(directory ?? '', name)
  if (!existsSync(path)) return { passed: 0, failures: [] }
  try {
    return await replay(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    return { passed: 0, failures: [`${name}: ${String(error).replaceAll('\n', ' ')}`] }
  }
}
