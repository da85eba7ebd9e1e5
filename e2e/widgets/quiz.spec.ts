import type { Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'

/** Paris, Zürich, Warsaw: two of three. */
async function answer(page: Page) {
  for (const choice of ['Paris', 'Zürich', 'Warsaw']) await page.getByRole('radio', { name: choice }).check()
}

test('a quiz is answered, graded by the server, and still settled after a reload', async ({ chat, page, audit }) => {
  await chat.say('Quiz me on capitals')
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  await chat.settled()
  await audit()
  await answer(page)
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText('2 of 3')).toBeVisible()
  await expect(page.getByText('Right answer: Bern')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Submit' })).toHaveCount(0)
  await chat.settled()
  await audit()
  await page.reload()
  await expect(page.getByText('2 of 3')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
})

test('a question without an answer keeps the quiz from being sent', async ({ chat, page }) => {
  await chat.say('Quiz me on capitals')
  await page.getByRole('radio', { name: 'Paris' }).check()
  await chat.settled()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByRole('radio', { name: 'Zürich' })).toBeFocused()
  expect(sent.filter((body) => body.includes('threads.custom_action'))).toEqual([])
})

test('no byte that reaches the browser before grading says which answers are right', async ({ chat, page }) => {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/chatkit')) bodies.push(response.text().catch(() => ''))
  })
  await chat.say('Quiz me on capitals')
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  await chat.settled()
  const seen = (await Promise.all(bodies)).join('')
  expect(seen).toContain('Which city is the capital of Switzerland?')
  expect(seen).not.toContain('The Federal City is Bern')
  expect(seen).not.toContain('"answer"')
})

test('a double click submits once', async ({ chat, page }) => {
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await chat.say('Quiz me on capitals')
  await chat.settled()
  await answer(page)
  await page.getByRole('button', { name: 'Submit' }).dblclick()
  await expect(page.getByText('2 of 3')).toBeVisible()
  expect(sent.filter((body) => body.includes('threads.custom_action'))).toHaveLength(1)
})

test('the quiz can be taken with the keyboard alone', async ({ chat, page }) => {
  await chat.say('Quiz me on capitals')
  await chat.settled()
  await page.getByRole('radio', { name: 'Lyon' }).focus()
  await page.keyboard.press('ArrowDown', { delay: 60 })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Submit' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 of 3')).toBeVisible()
})
