import { expect, test } from '../support/test.ts'

test('results arrive one by one in the same card, which settles and stays after a reload', async ({
  chat,
  page,
  audit,
}) => {
  await chat.say('Search for a way up the Zugspitze')
  const links = chat.conversation.getByRole('link', { name: /Zugspitze|railway|summit/ })
  await expect(links).toHaveCount(1)
  await expect(page.getByText('Searching…').first()).toBeVisible()
  await expect(links).toHaveCount(4)
  await expect(page.getByText('4 results', { exact: true })).toBeVisible()
  await expect(page.getByText('Searching…')).toHaveCount(0)
  await chat.settled()
  await expect(chat.conversation.getByText('How do I get up the Zugspitze?')).toHaveCount(1)
  await audit()
  await page.reload()
  await expect(links).toHaveCount(4)
})
