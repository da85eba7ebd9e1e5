import { chromium, type Page } from 'playwright'
import { build, type InlineConfig, preview } from 'vite'
import { shared } from '../vite.shared.ts'

const unpaced = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/** A page of `bench/browser`, and what its main thread has spent so far, in ms: script, style, layout and paint. */
export interface MeasuredPage {
  page: Page
  cpu(): Promise<number>
}

/**
 * Builds `bench/browser` as it ships, serves it, and opens one of its pages in Chromium. `unpaced`: frames come as fast as they can
 * be drawn, for what draws in each of them; else as on a screen.
 */
export async function inChromium<Result>(
  path: string,
  frames: 'paced' | 'unpaced',
  measure: (measured: MeasuredPage) => Promise<Result>,
) {
  const config = {
    ...shared,
    configFile: false,
    root: 'bench/browser',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: '../../.cache/bench',
      emptyOutDir: true,
      rolldownOptions: { input: ['bench/browser/index.html', 'bench/browser/thread.html'] },
    },
    preview: { port: 5188 },
  } satisfies InlineConfig
  await build(config)
  const server = await preview(config)
  const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium())
  const args = ['--no-sandbox', '--disable-background-networking', ...(frames === 'unpaced' ? unpaced : [])]
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:5188${path}`)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const cpu = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
    }
    return await measure({ page, cpu })
  } finally {
    await browser.close()
    await server.close()
  }
}

async function findChromium(): Promise<string> {
  const { ensureBrowser } = await import('../scripts/lib/browser.mjs')
  return ensureBrowser()
}
