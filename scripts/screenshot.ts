// `npm run screenshot`: takes the README's picture of the playground, by asking it for a search and a quiz.
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { ensureBrowser } from './lib/browser.mjs'

const target = 'playground/playground.png'

const server = await createServer({ server: { port: 5189 }, logLevel: 'error' })
await server.listen()
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-background-networking'],
})
try {
  const page = await browser.newPage({
    viewport: { width: 1000, height: 1240 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  })
  await page.goto('http://localhost:5189/')
  const composer = page.getByRole('textbox', { name: 'Message' })
  await composer.fill('Search for a way up the Zugspitze')
  await composer.press('Enter')
  await page.getByText('4 results', { exact: true }).waitFor()
  await page.locator('[role=log][aria-busy=false]').waitFor()
  await composer.fill('Quiz me on capitals')
  await composer.press('Enter')
  await page.getByRole('button', { name: 'Submit' }).waitFor()
  await page.getByRole('radio', { name: 'Paris' }).check()
  await page.locator('[role=log][aria-busy=false]').waitFor()
  await page.getByRole('radio').nth(5).check()
  await page.mouse.move(0, 0)
  await page.screenshot({ path: target })
  console.log(`wrote ${target}`)
} finally {
  await browser.close()
  await server.close()
}
