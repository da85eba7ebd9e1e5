import { expect, test } from './support/test.ts'

const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Bring tea') }
/** One pixel. */
const picture = {
  name: 'hut.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

test('files are picked, uploaded with progress, removed, sent, and shown from the server after a reload', async ({
  chat,
  page,
}) => {
  const pick = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add photos and files' }).click()
  await page.getByRole('menuitem', { name: 'Add photos and files' }).click()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const slowly = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200 * 1024 }
  await session.send('Network.emulateNetworkConditions', slowly)
  await (await pick).setFiles([{ ...notes, name: 'long.txt', buffer: Buffer.alloc(400 * 1024, 'a') }])
  await expect(page.getByRole('progressbar', { name: 'Uploading long.txt' })).toHaveAttribute('value', /^0\.[2-9]/)
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled()
  await page.getByRole('button', { name: 'Remove long.txt' }).click()
  await session.send('Network.emulateNetworkConditions', { ...slowly, uploadThroughput: -1 })

  await page.locator('input[type=file]').setInputFiles([notes, picture])
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await chat.say('These two')
  await expect(page.getByText('Thank you. I have got:')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'notes.txt, text/plain' })).toBeVisible()
  await page.reload()
  const sent = page.getByRole('img', { name: 'Attached image: hut.png' })
  await expect(sent).toBeVisible()
  await expect.poll(() => sent.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
})

test('files are dropped and pasted; what is too large says the limit', async ({ chat, page }) => {
  const carrying = (name: string, bytes: number) =>
    page.evaluateHandle(
      ([name, bytes]) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], name, { type: 'text/plain' }))
        return data
      },
      [name, bytes] as const,
    )
  await chat.composer.dispatchEvent('dragenter', { dataTransfer: await carrying('dropped.txt', 10) })
  await expect(page.getByText('Drop files to add them to your message')).toBeVisible()
  await chat.composer.dispatchEvent('drop', { dataTransfer: await carrying('dropped.txt', 10) })
  await expect(page.getByRole('button', { name: 'Remove dropped.txt' })).toBeVisible()
  await chat.composer.evaluate(
    (field, data) => {
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }))
    },
    await carrying('pasted.txt', 10),
  )
  await expect(page.getByRole('button', { name: 'Remove pasted.txt' })).toBeVisible()
  await chat.composer.dispatchEvent('drop', { dataTransfer: await carrying('huge.txt', 20 * 1024 * 1024 + 1) })
  await expect(page.getByRole('alert')).toHaveText('This file is larger than 20 MB.')
})
