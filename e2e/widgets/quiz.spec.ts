import { expect, test } from '../support/test.ts'

test('a quiz is answered, graded by the server, and still settled after a reload', async ({ chat, page, audit }) => {
  await chat.say('Quiz me on capitals')
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  await audit()
})
