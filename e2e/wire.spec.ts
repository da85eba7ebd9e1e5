import { expect, test } from './support/test.ts'

test('the Wire page shows each request and, opened, the events of its answer', async ({ chat, page, audit }) => {
  await chat.say('Quiz me on capitals')
  await chat.settled()
  await page.getByRole('link', { name: 'Wire' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'threads.create' }).first()
  await row.getByText('threads.create').click()
  await expect(row.getByText('thread.created', { exact: true })).toBeVisible()
  await expect(row.getByText('you: Quiz me on capitals')).toBeVisible()
  await expect(row.getByText('widget: Card')).toBeVisible()
  await audit()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByText('Nothing yet.')).toBeVisible()
})
