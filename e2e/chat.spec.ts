import { expect, test } from './support/test.ts'

test('the start screen greets, offers prompts, and a prompt starts a chat', async ({ chat, page, audit }) => {
  await expect(chat.composer).toBeVisible()
  await expect(page.getByText('What shall we look at?')).toBeVisible()
  await audit()
  await page.getByRole('button', { name: 'Quiz me on capitals' }).click()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
})

test('an answer streams as markdown, without losing what was there', async ({ chat, page, audit }) => {
  await chat.say('Explain widgets, with some markdown')
  await expect(page.getByRole('heading', { name: 'Widgets', exact: true })).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible()
  await chat.settled()
  await audit()
})

test('Stop ends the answer, keeps what came, and lets one go on writing', async ({ chat, page }) => {
  await chat.say('Tell me a long story')
  await expect(page.getByText('Once upon a time')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await chat.settled()
  await page.reload()
  await expect(page.getByText('Once upon a time')).toBeVisible()
  await expect(page.getByText('The end.')).toHaveCount(0)
})

test('an error says what happened and Retry asks again', async ({ chat, page, audit }) => {
  await chat.say('Show me an error')
  await expect(page.getByText('The mountain hut is out of tea.')).toBeVisible()
  await audit()
  await page.getByRole('button', { name: 'Retry' }).first().click()
  await expect(page.getByText('Fresh tea is here.')).toBeVisible()
  await expect(page.getByText('The mountain hut is out of tea.')).toHaveCount(0)
})

test('a client tool runs in the page and its answer goes on to the server', async ({ chat, page }) => {
  const before = await page.locator('html').getAttribute('data-scheme')
  await chat.say('Switch the theme')
  const after = before === 'dark' ? 'light' : 'dark'
  await expect(page.locator('html')).toHaveAttribute('data-scheme', after)
  await expect(page.getByText(`You are looking at the ${after} theme now.`)).toBeVisible()
})

test('a client tool that the page does not have is answered, not left hanging', async ({ chat, page }) => {
  await chat.say('Call a tool you do not have')
  await expect(page.getByText('That tool is not available here.')).toBeVisible()
  await chat.settled()
})

test('New chat starts afresh and History brings the old one back', async ({ chat, page, audit }) => {
  await chat.say('Quiz me on capitals')
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  await page.getByRole('button', { name: 'New chat' }).click()
  await expect(page.getByText('What shall we look at?')).toBeVisible()
  await page.getByRole('button', { name: 'History' }).click()
  await audit()
  await page.getByRole('button', { name: /^Quiz on capitals/ }).click()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
})

test('a dropped connection keeps the message and offers to try again', async ({ chat, page }) => {
  await page.route('**/chatkit', (route) => route.abort('connectionreset'))
  await chat.say('Quiz me on capitals')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.unroute('**/chatkit')
  await page.getByRole('button', { name: 'Retry' }).first().click()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
})

test('the thread is there again after a reload', async ({ chat, page }) => {
  await chat.say('Explain widgets, with some markdown')
  await chat.settled()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Widgets', exact: true })).toBeVisible()
})

test('the end of an answer comes into view, also when a tall card arrives in one piece', async ({ chat, page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await chat.say('Explain widgets, with some markdown')
  await chat.settled()
  await chat.say('Quiz me on capitals')
  await expect(page.getByRole('button', { name: 'Submit' })).toBeInViewport()
})
