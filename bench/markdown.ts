import { inChromium } from './chromium.ts'
import { median, type Row } from './row.ts'

const rounds = 3
const deltas = 800
/** So many at the start are held against so many at the end. */
const part = 50
const kinds = ['mixed', 'one code block', 'one list'] as const

/**
 * 50 kB of markdown in 800 deltas, drawn by the element's markdown, against the same text as plain paragraphs, one per
 * blank line. Main-thread CPU of Chromium, layout and paint included.
 */
export function markdown(): Promise<Row[]> {
  return inChromium('/', 'unpaced', async ({ page, cpu }) => {
    await page.waitForFunction(() => 'stream' in window)
    const measured = async (how: 'markdown' | 'plain', kind: string) => {
      const runs: { all: number; first: number; last: number; frame: number }[] = []
      for (let round = 0; round < rounds; round++) {
        await page.evaluate((args) => window.stream.prepare(...args), [how, kind] as const)
        const marks = [await cpu()]
        let frame = 0
        for (const until of [part, deltas - part, deltas]) {
          frame = Math.max(frame, await page.evaluate((until) => window.stream.advance(until), until))
          marks.push(await cpu())
        }
        const [begin = 0, early = 0, late = 0, end = 0] = marks
        runs.push({ all: end - begin, first: early - begin, last: end - late, frame })
      }
      const middle = (key: 'all' | 'first' | 'last' | 'frame') => median(runs.map((run) => run[key]))
      return { all: middle('all'), first: middle('first'), last: middle('last'), frame: middle('frame') }
    }
    const rows: Row[] = []
    for (const kind of kinds) {
      const plain = await measured('plain', kind)
      const ours = await measured('markdown', kind)
      rows.push({
        name: `markdown, ${kind}, against plain text`,
        ratio: ours.all / plain.all,
        detail: `${(ours.all / deltas).toFixed(2)} ms a delta, plain ${(plain.all / deltas).toFixed(2)} ms`,
      })
      rows.push({
        name: `markdown, ${kind}, last ${part} deltas against first`,
        ratio: ours.last / ours.first,
        detail: `${(ours.last / part).toFixed(2)} ms a delta at the end, ${(ours.first / part).toFixed(2)} ms at the start; longest frame ${ours.frame.toFixed(0)} ms`,
      })
    }
    return rows
  })
}
