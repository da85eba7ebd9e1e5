import { inChromium } from './chromium.ts'
import { median, type Row } from './row.ts'

const rounds = 5
const deltas = 40

/** Long threads in the element against plain DOM creation: opening at the end, and one more delta there. */
export function thread(): Promise<Row[]> {
  return inChromium('/thread.html', 'paced', async ({ page, cpu }) => {
    await page.waitForFunction(() => 'thread' in window)
    await page.evaluate(() => window.thread.warm())
    const measured = async (how: 'element' | 'plain', count: number, cards: number) => {
      const runs: { open: number; delta: number; elements: number }[] = []
      for (let round = 0; round < rounds; round++) {
        const begin = await cpu()
        const elements = await page.evaluate((args) => window.thread.open(...args), [how, count, cards] as const)
        const opened = await cpu()
        await page.evaluate(() => window.thread.delta(2)) // the message is sent, the answer begins
        const writing = await cpu()
        await page.evaluate((deltas) => window.thread.delta(deltas), deltas)
        runs.push({ open: opened - begin, delta: ((await cpu()) - writing) / deltas, elements })
        await page.evaluate(() => window.thread.close())
      }
      const middle = (key: 'open' | 'delta' | 'elements') => median(runs.map((run) => run[key]))
      return { open: middle('open'), delta: middle('delta'), elements: middle('elements') }
    }
    const plain = await measured('plain', 1000, 50)
    const ours = await measured('element', 1000, 50)
    const plainCards = await measured('plain', 50, 50)
    const cards = await measured('element', 50, 50)
    const short = await measured('element', 50, 0)
    const long = await measured('element', 10_000, 0)
    const row = (name: string, ratio: number, detail: string): Row => ({ name, ratio, detail })
    const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`
    return [
      row(
        '1,000 messages, 50 of them cards: open, against plain DOM',
        ours.open / plain.open,
        `${ms(ours.open)}, plain ${ms(plain.open)}`,
      ),
      row(
        'one more delta there, against plain DOM',
        ours.delta / plain.delta,
        `${ms(ours.delta)}, plain ${ms(plain.delta)}`,
      ),
      row(
        'one more delta there, against a thread of 50 messages',
        ours.delta / short.delta,
        `${ms(ours.delta)}, short ${ms(short.delta)}`,
      ),
      row(
        '50 cards of 111 nodes: open, against plain DOM',
        cards.open / plainCards.open,
        `${ms(cards.open)}, plain ${ms(plainCards.open)}`,
      ),
      row(
        '10,000 messages against 50: open',
        long.open / short.open,
        `${ms(long.open)} with ${long.elements} elements, ${ms(short.open)} with ${short.elements}`,
      ),
      row(
        '10,000 messages against 50: one more delta',
        long.delta / short.delta,
        `${ms(long.delta)}, short ${ms(short.delta)}`,
      ),
    ]
  })
}
