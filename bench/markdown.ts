import { chromium } from 'playwright'
import { createServer } from 'vite'
import { shared } from '../vite.shared.ts'
import { median, type Row } from './row.ts'

const rounds = 5
const kinds = ['mixed', 'one code block', 'one list'] as const

/**
 * 50 kB of markdown in 800 deltas, drawn by the element's markdown, against the same text as plain paragraphs, one per
 * blank line. Main-thread CPU of Chromium, layout and paint included.
 */
export async function markdown(): Promise<Row[]> {
  const server = await createServer({
    ...shared,
    configFile: false,
    root: 'bench/browser',
    mode: 'production',
    logLevel: 'error',
    server: { port: 5188, hmr: false },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  await server.listen()
  const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium())
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
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
    const measured = async (how: 'markdown' | 'plain', kind: string, part: 'all' | 'first' | 'last') => {
      const costs: number[] = []
      for (let round = 0; round < rounds; round++) {
        await page.evaluate((args) => window.stream.prepare(...args), [how, kind] as const)
        const total = 800
        const [from, to] = part === 'all' ? [0, total] : part === 'first' ? [0, 50] : [total - 50, total]
        await page.evaluate((until) => window.stream.advance(until), from)
        const before = await cpu()
        await page.evaluate((until) => window.stream.advance(until), to)
        costs.push((await cpu()) - before)
      }
      return median(costs)
    }
    const rows: Row[] = []
    for (const kind of kinds) {
      await measured('markdown', kind, 'all')
      const [ours, plain] = [await measured('markdown', kind, 'all'), await measured('plain', kind, 'all')]
      const [first, last] = [await measured('markdown', kind, 'first'), await measured('markdown', kind, 'last')]
      rows.push({
        name: `markdown, ${kind}, against plain text`,
        ratio: ours / plain,
        detail: `${(ours / 800).toFixed(2)} ms a delta, plain ${(plain / 800).toFixed(2)} ms`,
      })
      rows.push({
        name: `markdown, ${kind}, last 50 deltas against first`,
        ratio: last / first,
        detail: `${(last / 50).toFixed(2)} ms a delta at the end, ${(first / 50).toFixed(2)} ms at the start`,
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
