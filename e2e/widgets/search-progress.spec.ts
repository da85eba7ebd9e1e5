import { expect, test } from '../support/test.ts'

test('results arrive one by one in the same card', async ({ chat, page, audit }) => {
  await chat.say('Search for a way up the Zugspitze')
  await chat.settled()
  await audit()
})
