import { expect, test } from './support/test.ts'

test('with getClientSecret each request carries the secret as a bearer, and the chat works the same', async ({
  page,
}) => {
  const bearers: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/chatkit/conversation')) bearers.push(request.headers().authorization)
  })
  await page.goto('/?hosted')
  await page.getByRole('button', { name: 'Quiz me on capitals' }).click()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  expect(bearers.length).toBeGreaterThan(0)
  for (const bearer of bearers) expect(bearer).toMatch(/^Bearer ek_[\w.-]+$/)
})
