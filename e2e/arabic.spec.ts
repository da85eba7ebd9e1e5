import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

test.use({ locale: 'ar-EG' })

/** The chat as somebody whose browser speaks Arabic meets it. */
async function openInArabic(page: Page) {
  await page.goto('/')
  const composer = page.getByRole('textbox', { name: 'الرسالة' })
  await expect(composer).toBeVisible()
  return { composer, conversation: page.getByRole('log', { name: 'المحادثة' }) }
}

test('an Arabic browser gets the chat in Arabic, laid out from the right, and tells the server', async ({ page }) => {
  const asked = page.waitForRequest((request) => request.method() === 'POST')
  const { composer, conversation } = await openInArabic(page)
  const root = page.locator('openai-chatkit [data-pk-root]').first()
  await expect(root).toHaveAttribute('lang', 'ar-EG')
  await expect(root).toHaveAttribute('dir', 'rtl')
  const send = page.getByRole('button', { name: 'إرسال' })
  const [field, button] = [await composer.boundingBox(), await send.boundingBox()]
  expect(button?.x).toBeLessThan(field?.x ?? 0)

  await composer.fill('Explain widgets, with some markdown')
  await composer.press('Enter')
  expect((await asked).headers()['accept-language']).toBe('ar-EG')
  await expect(page.getByRole('table')).toBeVisible()
  await expect(conversation).toHaveAttribute('aria-busy', 'false')
  // The answer is in English: its table and its code run from the left.
  await expect(page.getByRole('table')).toHaveCSS('direction', 'ltr')
  await expect(page.locator('openai-chatkit pre').first()).toHaveCSS('direction', 'ltr')
  await expect(page.getByRole('button', { name: 'نسخ' }).first()).toBeVisible()
})

test('an Arabic chat is begun, answered and tidied up by keyboard alone', async ({ page, audit }) => {
  const { composer, conversation } = await openInArabic(page)
  await page.getByRole('button', { name: 'Quiz me on capitals' }).focus()
  await page.keyboard.press('Enter')
  await expect(composer).toBeFocused()
  await expect(conversation).toHaveAttribute('aria-busy', 'false')

  // Left is where the line goes on. A person holds a key for a while; the group chooses only while it is down.
  await page.getByRole('radio', { name: 'Lyon' }).focus()
  await page.keyboard.press('ArrowLeft', { delay: 80 })
  await expect(page.getByRole('radio', { name: 'Paris' })).toBeChecked()
  await page.keyboard.press('ArrowRight', { delay: 80 })
  await expect(page.getByRole('radio', { name: 'Lyon' })).toBeChecked()
  await audit()

  await page.getByRole('button', { name: 'السجل' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'السجل' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'اليوم' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'رجوع' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const options = page.getByRole('button', { name: /^خيارات .*Quiz on capitals/ })
  await expect(options).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'إعادة تسمية' })).toBeFocused()
  const [menu, button] = [await page.getByRole('menu').boundingBox(), await options.boundingBox()]
  expect(Math.abs((menu?.x ?? 0) - (button?.x ?? 0))).toBeLessThan(12)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('alertdialog', { name: 'هل تريد حذف المحادثة؟' })
  await expect(dialog.getByRole('button', { name: 'إلغاء' })).toBeFocused()
  await audit()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('لا توجد محادثات بعد')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(composer).toBeFocused()
})

test('on a phone, nothing of an Arabic chat is cut off', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const { composer, conversation } = await openInArabic(page)
  await composer.fill('Quiz me on capitals')
  await composer.press('Enter')
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  await expect(conversation).toHaveAttribute('aria-busy', 'false')
  const wide = await page.evaluate(() => {
    const inside = document.querySelector('openai-chatkit')?.shadowRoot
    const boxes = [document.scrollingElement, inside?.querySelector('.chat-frame'), inside?.querySelector('[role=log]')]
    return boxes.map((box) => (box ? box.scrollWidth > box.clientWidth : true))
  })
  expect(wide).toEqual([false, false, false])
})
