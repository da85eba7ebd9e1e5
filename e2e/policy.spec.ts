import { Buffer } from 'node:buffer'
import { everyComponent } from './strict/every-component.ts'
import { expect, test } from './support/strict.ts'

/** A red one. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=='

function firstPixel(canvas: Element): number[] {
  const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])]
}

const nothing = { violations: [], errors: [], strangers: [] }

const markdown = `# Title

Text with **bold**, \`code\`, a [link](https://example.com/a), a [deep link](chatkit-link://open?id=1), $e^{i\\pi} + 1 = 0$.

\`\`\`js
const answer = 42 // highlighted where that is known
\`\`\`

$$\\int_0^1 x^2\\,dx = \\tfrac13$$

| Peak | Height |
| --- | ---: |
| Everest | 8,849 m |

- [x] done
- [ ] not done

![A picture of elsewhere](https://pictures.example/a.png)
![Ours](data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==)

<img src=x onerror=alert(1)><style>* { color: red }</style>`

test('what breaks the policy is noticed here', async ({ strict: chat, page, watch }) => {
  await expect(chat.composer).toBeVisible()
  await page.evaluate(() => document.querySelector('main')?.setAttribute('style', 'color: red'))
  await expect.poll(() => watch.violations.length).toBeGreaterThan(0)
  expect(watch.violations[0]).toContain('style-src-attr')
})

test('the chat works under a strict policy, asks nobody else, and breaks no rule of it', async ({
  strict: chat,
  page,
  watch,
}) => {
  test.setTimeout(120_000)
  await expect(page.getByText('What shall we check?')).toBeVisible()
  await chat.say(markdown)
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Title' })).toBeVisible()
  await chat.settled()
  await page.getByRole('button', { name: 'Copy' }).first().click()

  await chat.say(`show ${JSON.stringify(everyComponent)}`)
  await expect(page.getByRole('img', { name: /^Chart/ })).toBeVisible()
  await chat.settled()

  await page.getByRole('textbox', { name: 'Message' }).fill('@a')
  await expect(page.getByRole('option', { name: /Ada/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.route('**/chatkit/upload', (route) =>
    route.fulfill({ json: { type: 'file', id: 'att_1', name: 'hill.png', mime_type: 'image/png' } }),
  )
  const hill = { name: 'hill.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') }
  await page.locator('input[type=file]').setInputFiles(hill)
  const picture = page.getByRole('img', { name: 'hill.png' })
  await expect.poll(() => picture.evaluate(firstPixel)).toEqual([255, 0, 0, 255])

  await page.getByRole('button', { name: /^Add/ }).click()
  await page.getByRole('menuitemradio', { name: 'Search the web' }).click()
  await page.getByRole('button', { name: /Quick/ }).click()
  await page.getByRole('menuitemradio', { name: /Careful/ }).click()
  await page.getByRole('button', { name: 'History' }).click()
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible()
  await expect(async () => {
    const options = page.getByRole('button', { name: /^Options for/ }).first()
    await options.click() // on a slow machine the menu was once not there after one click; why is not known
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  expect(watch).toEqual(nothing)
})

test('every widget component works under a strict policy, by itself and with what opens from it', async ({
  draw,
  page,
  watch,
}) => {
  test.setTimeout(120_000)
  await draw(everyComponent)
  const chart = page.getByRole('img', { name: /^Chart/ })
  await expect(chart.locator('path').first()).toBeAttached()
  await chart.hover()
  await expect(page.locator('.pk-chart-tooltip')).toBeVisible()

  await page.getByRole('combobox', { name: 'Colour' }).click()
  await page.getByRole('option', { name: 'Green' }).click()
  await expect(page.getByRole('combobox', { name: 'Colour' })).toHaveText('Green')
  await page.getByRole('combobox', { name: 'Many' }).click()
  await page.getByRole('combobox', { name: 'Search' }).fill('17')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Day' }).click()
  await page.getByRole('button', { name: 'Saturday, November 21, 2026' }).click()
  await page.getByRole('textbox', { name: 'Editable' }).fill('One\ntwo\nthree')
  await page.getByRole('textbox', { name: 'Growing' }).fill('One\ntwo\nthree\nfour')
  await page.getByRole('checkbox', { name: 'Tick' }).click()
  await page.getByRole('radio', { name: 'Two' }).click()
  await page.getByRole('button', { name: 'Submit' }).click() // the name is missing
  await page.getByRole('button', { name: 'Show more' }).click()

  await draw({ type: 'Card', collapsed: true, status: { text: 'Done', icon: 'check' }, children: [] }, { type: 'Nope' })
  await expect(page.getByText('Done')).toBeVisible()
  await draw({
    type: 'Card',
    children: [{ type: 'Text', value: 4 }, { type: 'Nope' }, { type: 'Icon', name: 'nowhere' }],
    size: 'huge',
    theme: 'dark',
  })
  await draw({ type: 'Card', children: [{ type: 'Transition', children: { type: 'Text', key: 'b', value: 'Next' } }] })
  await expect(page.getByText('Next')).toBeVisible()
  expect(watch).toEqual(nothing)
})
