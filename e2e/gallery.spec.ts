import { expect, test } from './support/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the gallery shows every widget and component, and axe finds nothing (${colorScheme})`, async ({
    page,
    audit,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/#widgets')
    await expect(page.getByRole('heading', { name: 'Search progress' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'RadioGroup' })).toBeAttached()
    await expect(
      page
        .getByRole('figure')
        .or(page.getByRole('img', { name: /chart/i }))
        .first(),
    ).toBeAttached()
    await audit()
  })
}

test('choosing a state draws it in place and shows its JSON', async ({ page }) => {
  await page.goto('/#widgets')
  const quiz = page.getByRole('region', { name: 'Quiz', exact: true })
  await quiz.getByRole('radio', { name: 'settled' }).check({ force: true })
  await expect(quiz.getByText('2 of 3 right', { exact: true })).toBeVisible()
  await expect(quiz.getByRole('region', { name: 'JSON of Quiz' })).toContainText('"2 of 3 right"')
})

test('what is clicked shows as the action that would be sent', async ({ page }) => {
  await page.goto('/#widgets')
  const form = page.getByRole('region', { name: 'Form', exact: true })
  await form.getByRole('textbox').fill('Ada')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('{"type":"sample.submit","payload":{"name":"Ada"}}')).toBeVisible()
})
