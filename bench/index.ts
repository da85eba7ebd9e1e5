// `npm run bench [name …]`: every figure is a ratio within one run, so that it means the same on any machine.
import { buildAndCheck } from './build-and-check.ts'
import { growingCard } from './growing-card.ts'
import { imports } from './imports.ts'
import { malformed } from './malformed.ts'
import { markdown } from './markdown.ts'
import { openStreams } from './open-streams.ts'
import type { Row } from './row.ts'
import { sizes } from './sizes.ts'
import { sse } from './sse.ts'
import { stores } from './stores.ts'
import { thread } from './thread.ts'
import { turns } from './turns.ts'
import { typecheck } from './typecheck.ts'
import { updates } from './updates.ts'

const benches: Record<string, () => Promise<Row[]>> = {
  buildAndCheck,
  malformed,
  typecheck,
  imports,
  updates,
  growingCard,
  turns,
  sse,
  openStreams,
  stores,
  markdown,
  thread,
  sizes,
}

const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  for (const { name: what, ratio, detail } of await run()) {
    console.log(`  ${ratio.toFixed(2).padStart(7)}  ${what.padEnd(62)} ${detail}`)
  }
}
