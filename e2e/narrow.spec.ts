import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

test.use({ viewport: { width: 360, height: 740 } })

/** What is wider than the place it has: the page, the chat's own frame, and the conversation in it. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inside = document.querySelector('openai-chatkit')?.shadowRoot
    const boxes = {
      page: document.scrollingElement,
      main: document.querySelector('main:not([hidden])'),
      frame: inside?.querySelector('.chat-frame'),
      conversation: inside?.querySelector('[role=log]'),
    }
    return Object.entries(boxes).flatMap(([name, box]) => (box && box.scrollWidth > box.clientWidth ? [name] : []))
  })
}

test('on a phone, the start screen and a quiz fit', async ({ chat, page, audit }) => {
  await expect(page.getByText('What shall we look at?')).toBeVisible()
  expect(await tooWide(page)).toEqual([])
  await audit()
  await chat.say('Quiz me on capitals')
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  await chat.settled()
  expect(await tooWide(page)).toEqual([])
  await audit()
})

test('on a phone, a table and code scroll in themselves', async ({ chat, page, audit }) => {
  await chat.say('Explain widgets, with some markdown')
  await expect(page.getByRole('table')).toBeVisible()
  await chat.settled()
  expect(await tooWide(page)).toEqual([])
  await audit()
})

test('on a phone, the gallery fits', async ({ page, audit }) => {
  await page.goto('/#widgets')
  await expect(page.getByRole('heading', { name: 'Components' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  expect(await tooWide(page)).toEqual([])
  await audit()
})

test('on a phone, the Wire page fits with a request and an event opened', async ({ chat, page, audit }) => {
  await chat.say('Quiz me on capitals')
  await chat.settled()
  await page.getByRole('link', { name: 'Wire' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'threads.create' }).first()
  await row.getByText('threads.create').click()
  await row.getByText('widget: Card').click()
  expect(await tooWide(page)).toEqual([])
  await audit()
})

test.describe('at 200 %', () => {
  test.use({ viewport: { width: 640, height: 360 } }) // what is left of 1280 × 720

  test('the start screen, an answer, a widget and the history can all be reached', async ({ chat, page, audit }) => {
    expect(await tooWide(page)).toEqual([])
    await page.getByRole('button', { name: 'Show me an error' }).scrollIntoViewIfNeeded()
    await expect(page.getByRole('button', { name: 'Show me an error' })).toBeInViewport()
    await expect(chat.composer).toBeInViewport({ ratio: 1 })
    await audit()
    await chat.say('Quiz me on capitals')
    await chat.settled()
    await page.getByRole('button', { name: 'Submit' }).scrollIntoViewIfNeeded()
    await expect(page.getByRole('button', { name: 'Submit' })).toBeInViewport({ ratio: 1 })
    await expect(chat.composer).toBeInViewport({ ratio: 1 })
    expect(await tooWide(page)).toEqual([])
    await audit()
    await page.getByRole('button', { name: 'History' }).click()
    await expect(page.getByRole('button', { name: 'Quiz on capitals', exact: true })).toBeInViewport({ ratio: 1 })
    await audit()
  })
})
