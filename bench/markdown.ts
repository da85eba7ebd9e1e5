import { chromium } from 'playwright'
import { build, type InlineConfig, preview } from 'vite'
import { shared } from '../vite.shared.ts'
import { median, type Row } from './row.ts'

const rounds = 3
const deltas = 800
/** So many at the start are held against so many at the end. */
const part = 50
const kinds = ['mixed', 'one code block', 'one list'] as const

/** Frames as fast as they can be drawn, so that the measure does not wait for a screen. */
const unpaced = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/**
 * 50 kB of markdown in 800 deltas, drawn by the element's markdown, against the same text as plain paragraphs, one per
 * blank line. Main-thread CPU of Chromium, layout and paint included.
 */
export async function markdown(): Promise<Row[]> {
  const config = {
    ...shared,
    configFile: false,
    root: 'bench/browser',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: '../../.cache/bench', emptyOutDir: true },
    preview: { port: 5188 },
  } satisfies InlineConfig
  await build(config)
  const server = await preview(config)
  const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium())
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', ...unpaced],
  })
  try {
    const page = await browser.newPage()
    await page.goto('http://localhost:5188/')
    await page.waitForFunction(() => 'stream' in window)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const cpu = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
    }
    const measured = async (how: 'markdown' | 'plain', kind: string) => {
      const runs: { all: number; first: number; last: number }[] = []
      for (let round = 0; round < rounds; round++) {
        await page.evaluate((args) => window.stream.prepare(...args), [how, kind] as const)
        const marks = [await cpu()]
        for (const until of [part, deltas - part, deltas]) {
          await page.evaluate((until) => window.stream.advance(until), until)
          marks.push(await cpu())
        }
        const [begin = 0, early = 0, late = 0, end = 0] = marks
        runs.push({ all: end - begin, first: early - begin, last: end - late })
      }
      const middle = (key: 'all' | 'first' | 'last') => median(runs.map((run) => run[key]))
      return { all: middle('all'), first: middle('first'), last: middle('last') }
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
        detail: `${(ours.last / part).toFixed(2)} ms a delta at the end, ${(ours.first / part).toFixed(2)} ms at the start`,
      })
    }
    return rows
  } finally {
    await browser.close()
    await server.close()
  }
}

async function findChromium(): Promise<string> {
  const { ensureBrowser } = await import('../scripts/lib/browser.mjs')
  return ensureBrowser()
}
