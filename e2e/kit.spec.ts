import type { Page } from '@playwright/test'
import { everyComponent } from './strict/every-component.ts'
import { expect, test } from './support/strict.ts'

const card = (...children: unknown[]) => ({ type: 'Card', children })
const heard = (page: Page) => page.evaluate(() => Reflect.get(window, 'heard'))

test('a field that is moved by an update keeps focus, selection and what was typed', async ({ draw, page }) => {
  const fields = (...names: string[]) =>
    card(...names.map((name) => ({ type: 'Input', key: name, name, placeholder: name, defaultValue: name })))
  await draw(fields('a', 'b', 'c'))
  const field = page.getByPlaceholder('b')
  await field.fill('typed')
  await field.evaluate((element) => element instanceof HTMLInputElement && element.setSelectionRange(1, 3))
  for (const order of ['cba', 'bac', 'xcab', 'b']) {
    await draw(fields(...order))
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('typed')
    expect(
      await field.evaluate(
        (element) => element instanceof HTMLInputElement && [element.selectionStart, element.selectionEnd],
      ),
    ).toEqual([1, 3])
  }
})

test('an editable text takes up what streams in until it is edited, and leaves the caret where it is', async ({
  draw,
  page,
}) => {
  const letter = (value: string) =>
    card({ type: 'Text', id: 'l', value, streaming: true, editable: { name: 'letter' } })
  await draw(letter('Dear Ada'))
  const field = page.getByRole('textbox')
  await field.focus()
  await field.evaluate((element) => element instanceof HTMLTextAreaElement && element.setSelectionRange(4, 4))
  await draw(letter('Dear Ada, thank you'))
  await expect(field).toHaveValue('Dear Ada, thank you')
  await page.keyboard.type('est')
  await expect(field).toHaveValue('Dearest Ada, thank you')
  await draw(letter('Dear Ada, thank you very much'))
  await expect(field).toHaveValue('Dearest Ada, thank you')
})

test('every control is used by keyboard alone', async ({ draw, page }) => {
  const change = (name: string) => ({ type: `changed ${name}` })
  await draw(
    card(
      { type: 'Button', label: 'Press', onClickAction: { type: 'pressed' } },
      { type: 'Checkbox', name: 'tick', label: 'Tick', onChangeAction: change('tick') },
      {
        type: 'RadioGroup',
        name: 'radio',
        options: ['One', 'Two'].map((label) => ({ label, value: label })),
        onChangeAction: change('radio'),
      },
      {
        type: 'Select',
        name: 'select',
        placeholder: 'Select',
        clearable: true,
        options: ['Red', 'Green'].map((label) => ({ label, value: label })),
        onChangeAction: change('select'),
      },
      {
        type: 'DatePicker',
        name: 'day',
        placeholder: 'Day',
        defaultValue: '2026-11-20',
        onChangeAction: change('day'),
      },
      {
        type: 'Table',
        children: [
          {
            type: 'Table.Row',
            children: Array.from({ length: 9 }, (_, index) => ({
              type: 'Table.Cell',
              colSize: 'lg',
              children: [{ type: 'Text', value: `Cell ${index}` }],
            })),
          },
        ],
      },
    ),
    {
      type: 'ListView',
      limit: 1,
      children: ['First', 'Second', 'Third'].map((value) => ({
        type: 'ListViewItem',
        onClickAction: { type: 'row', payload: { value } },
        children: [{ type: 'Text', value }],
      })),
    },
  )
  await expect(page.getByRole('combobox')).toBeVisible()
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  await press('Tab', 'Enter', 'Tab', 'Space', 'Tab', 'Space', 'Tab')
  await expect(page.getByRole('combobox')).toBeFocused()
  await press('ArrowDown', 'ArrowDown', 'Enter')
  await expect(page.getByRole('combobox')).toHaveText('Green')
  await expect(page.getByRole('combobox')).toBeFocused()
  await press('Tab')
  await expect(page.getByRole('button', { name: 'Clear' })).toBeFocused()
  await press('Tab', 'Enter')
  await expect(page.getByRole('button', { name: 'Friday, November 20, 2026' })).toBeFocused()
  await press('ArrowRight', 'Enter')
  await expect(page.getByRole('button', { name: 'Day', exact: true })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Day', exact: true })).toHaveAccessibleDescription('Nov 21, 2026')
  await press('Tab', 'ArrowRight', 'ArrowRight')
  await expect.poll(() => page.locator('.pk-table-scroll').evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  await press('Tab')
  await expect(page.getByRole('button', { name: 'First' })).toBeFocused()
  await press('Enter', 'Tab', 'Enter') // "Show more"
  await expect(page.getByText('Third')).toBeVisible()
  await press('Tab', 'Enter')
  expect(await heard(page)).toEqual([
    { type: 'pressed' },
    { type: 'changed tick', payload: { tick: true } },
    { type: 'changed radio', payload: { radio: 'One' } },
    { type: 'changed select', payload: { select: 'Green' } },
    { type: 'changed day', payload: { day: '2026-11-21' } },
    { type: 'row', payload: { value: 'First' } },
    { type: 'row', payload: { value: 'Second' } },
  ])
})

for (const [name, width] of Object.entries({ 'a phone': 360, 'a page at 200 %': 640 })) {
  test(`on ${name} nothing of any component is wider than its place`, async ({ draw, page, watch }) => {
    await page.setViewportSize({ width, height: 740 })
    await draw(everyComponent)
    await expect(
      page
        .getByRole('img', { name: /^Chart/ })
        .locator('path')
        .first(),
    ).toBeAttached()
    const tooWide = await page.evaluate(() => {
      const inside = document.querySelector('parlor-widget')?.shadowRoot
      const within = innerWidth
      return [...(inside?.querySelectorAll('*') ?? [])]
        .filter((element) => !element.closest('.pk-table, .pk-hidden, [aria-hidden], svg, pre, [data-pk-portal]'))
        .filter((element) => element.getBoundingClientRect().right > within + 0.5)
        .map((element) => element.outerHTML.slice(0, 90))
    })
    expect(tooWide).toEqual([])
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(width)
    expect(watch.errors).toEqual([])
  })
}

test('a button with a long label shows where it begins and that it goes on', async ({ draw, page }) => {
  await page.setViewportSize({ width: 360, height: 600 })
  await draw(card({ type: 'Button', label: 'A label that is far longer than there is room for it on any phone' }))
  const label = page.getByText('A label that is far longer')
  expect(await label.evaluate((element) => getComputedStyle(element).textOverflow)).toBe('ellipsis')
  const [inner, outer] = await label.evaluate((element) => [
    element.getBoundingClientRect().left,
    element.closest('button')?.getBoundingClientRect().left ?? 0,
  ])
  expect(inner).toBeGreaterThan(outer ?? 0)
})

const colors = ['primary', 'secondary', 'info', 'discovery', 'success', 'caution', 'warning', 'danger']
const variants = ['solid', 'soft', 'outline', 'ghost']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every button can be read, also where axe cannot look: its background is drawn behind it (${colorScheme})`, async ({
    page,
    draw,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const buttons = variants.flatMap((variant) =>
      colors.map((color) => ({ type: 'Button', label: `${variant} ${color}`, variant, color })),
    )
    await draw({ type: 'Card', size: 'full', children: [{ type: 'Row', gap: 1, wrap: 'wrap', children: buttons }] })
    await expect(page.getByRole('button', { name: 'ghost danger' })).toBeVisible()
    for (const hovered of [false, true]) {
      const faint: string[] = []
      for (const { label } of buttons) {
        const button = page.getByRole('button', { name: label })
        if (hovered) await button.hover()
        const ratio = await button.evaluate(contrastOf)
        if (ratio < 4.5) faint.push(`${label} ${ratio.toFixed(2)}`)
      }
      expect({ hovered, faint }).toEqual({ hovered, faint: [] })
    }
  })
}

/** Contrast of a button's text to what is painted under it: its card, itself, and the layer it draws before itself. */
function contrastOf(button: Element): number {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const cardOf = button.closest('.pk-card')
  if (!context || !cardOf) throw new Error('nothing to measure')
  const paint = (color: string, opacity = 1) => {
    context.globalAlpha = opacity
    context.fillStyle = color
    context.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const layer = getComputedStyle(button, '::before')
  paint(getComputedStyle(cardOf).backgroundColor)
  paint(getComputedStyle(button).backgroundColor)
  const under = paint(layer.backgroundColor, Number(layer.opacity))
  const text = paint(getComputedStyle(button).color)
  return (Math.max(under, text) + 0.05) / (Math.min(under, text) + 0.05)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in forced colours every component keeps its edges, its state and its focus (${colorScheme})`, async ({
    page,
    draw,
  }) => {
    await page.emulateMedia({ colorScheme, forcedColors: 'active', reducedMotion: 'reduce' })
    await draw(
      card(
        { type: 'Button', label: 'Button', style: 'primary' },
        { type: 'Badge', label: 'Badge' },
        { type: 'Input', name: 'input', placeholder: 'Input' },
        { type: 'Textarea', name: 'area', placeholder: 'Area' },
        { type: 'Checkbox', name: 'on', label: 'On', defaultChecked: true },
        { type: 'Checkbox', name: 'off', label: 'Off' },
        {
          type: 'RadioGroup',
          name: 'r',
          options: ['A', 'B'].map((value) => ({ label: value, value })),
          defaultValue: 'A',
        },
        { type: 'DatePicker', name: 'd', placeholder: 'Day', defaultValue: '2026-11-20' },
        { type: 'Divider' },
      ),
    )
    await expect(page.getByRole('button', { name: 'Day' })).toBeVisible()
    const style = (selector: string, property: string, pseudo?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(
          (element, [name, before]) => getComputedStyle(element, before).getPropertyValue(name ?? ''),
          [property, pseudo],
        )
    expect(await style('.pk-button', 'border-top-width', '::before')).toBe('1px')
    expect(await style('.pk-picker-button', 'border-top-width', '::before')).toBe('1px')
    expect(await style('.pk-badge', 'outline-style')).toBe('solid')
    expect(await style('.pk-input[data-variant]', 'outline-style')).toBe('solid')
    const ground = await style('.pk-card', 'background-color')
    expect(await style('.pk-divider', 'background-color')).not.toBe(ground)
    const on = await style('[role=checkbox][data-state=checked]', 'background-color')
    expect(on).not.toBe(await style('[role=checkbox][data-state=unchecked]', 'background-color'))
    expect(await style('[role=radio] > [data-state=checked]', 'background-color', '::before')).not.toBe(ground)
    expect(await style('[role=radio][data-state=unchecked]', 'border-top-width')).toBe('1px')
    await page.getByPlaceholder('Input').focus()
    expect(await style('.pk-input[data-variant]', 'outline-width')).toBe('2px')
    await page.getByRole('button', { name: 'Day' }).click()
    const chosen = await style('.pk-calendar [aria-pressed=true]', 'background-color')
    expect(chosen).not.toBe(await style('.pk-calendar [aria-pressed=false]', 'background-color'))
    await page.keyboard.press('Escape')
  })

  test(`axe finds nothing in any component, whatever is open (${colorScheme})`, async ({ draw, page, audit }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await draw(everyComponent, { type: 'Nope' })
    await expect(
      page
        .getByRole('img', { name: /^Chart/ })
        .locator('path')
        .first(),
    ).toBeAttached()
    await audit()
    await page.getByRole('combobox', { name: 'Many' }).click()
    await audit()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Day' }).click()
    await audit()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Submit' }).click()
  })
}
