import { expect, test } from '../support/test.ts'

test('results arrive one by one in the same card, which settles and stays after a reload', async ({
  chat,
  page,
  audit,
}) => {
  await chat.say('Search for a way up the Zugspitze')
  const links = page.getByRole('link')
  await expect(links).toHaveCount(1)
  await expect(page.getByText('Searching…').first()).toBeVisible()
  await expect(links).toHaveCount(4)
  await expect(page.getByText('4 results')).toBeVisible()
  await expect(page.getByText('Searching…')).toHaveCount(0)
  await chat.settled()
  await expect(page.locator('[data-widget-root], .pk-card')).toHaveCount(1)
  await audit()
  await page.reload()
  await expect(links).toHaveCount(4)
})

test('each update carries only what is new', async ({ chat, page }) => {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/chatkit')) bodies.push(response.text().catch(() => ''))
  })
  await chat.say('Search for a way up the Zugspitze')
  await chat.settled()
  await expect(page.getByText('4 results')).toBeVisible()
  const events = (await Promise.all(bodies))
    .join('')
    .split('\n\n')
    .filter((event) => event.includes('thread.item.updated'))
  expect(events.length).toBeGreaterThan(0)
})
