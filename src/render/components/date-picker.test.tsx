// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Card, DatePicker } from '../../kit/index.ts'
import { PortalRoot } from '../portal/portal-root.tsx'
import { draw } from '../testing/draw.tsx'
import { WidgetTree } from '../widget-tree.tsx'

const changed = { type: 'changed' }
const picker = (props: Partial<ReturnType<typeof DatePicker>>) =>
  Card({ children: [DatePicker({ name: 'day', onChangeAction: changed, ...props })] })

test('a day is chosen by mouse, in the words of the language', async () => {
  const { user, sent } = draw(picker({ defaultValue: '2026-11-20' }), { locale: 'fr-FR' })
  const control = await screen.findByRole('button', { name: 'day' })
  expect(control.textContent).toBe('20 nov. 2026')
  await user.click(control)
  expect(screen.getByText('novembre 2026')).toBeDefined()
  expect(screen.getAllByRole('columnheader')[0]?.textContent).toBe('lun.')
  await user.click(screen.getByRole('button', { name: 'Next month' }))
  await user.click(screen.getByRole('button', { name: 'mardi 1 décembre 2026' }))
  expect(sent).toEqual([{ type: 'changed', payload: { day: '2026-12-01' }, handler: 'server', streaming: true }])
})

test('a day is chosen by keyboard', async () => {
  const { user, sent } = draw(picker({ defaultValue: '2026-01-31' }), { locale: 'en-US' })
  await screen.findByRole('button', { name: 'day' })
  await user.tab()
  await user.keyboard('{Enter}')
  expect(document.activeElement?.textContent).toBe('31')
  await user.keyboard('{PageDown}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Saturday, February 28, 2026')
  await user.keyboard('{ArrowRight}{ArrowDown}{Enter}')
  expect(sent).toMatchObject([{ payload: { day: '2026-03-08' } }])
})

test('days before the first and after the last are closed', async () => {
  const { user } = draw(picker({ defaultValue: '2026-11-20', min: '2026-11-18', max: '2026-11-21T00:00:00' }), {
    locale: 'en-US',
  })
  await user.click(await screen.findByRole('button', { name: 'day' }))
  const open = screen
    .getAllByRole<HTMLButtonElement>('button')
    .filter((button) => !button.disabled && /^\d+$/.test(button.textContent))
  expect(open.map((button) => button.textContent)).toEqual(['18', '19', '20', '21'])
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Previous month' }).disabled).toBe(true)
})

test('a default with a time of day keeps it', async () => {
  const { user, sent } = draw(picker({ defaultValue: '2026-11-20T08:30:00' }), { locale: 'en-US' })
  await user.click(await screen.findByRole('button', { name: 'day' }))
  await user.click(screen.getByRole('button', { name: 'Saturday, November 21, 2026' }))
  expect(sent).toMatchObject([{ payload: { day: '2026-11-21T08:30:00' } }])
})

test('what is chosen can be cleared', async () => {
  const { user, sent } = draw(picker({ defaultValue: '2026-11-20', clearable: true }))
  await user.click(await screen.findByRole('button', { name: 'Clear' }))
  expect(sent).toMatchObject([{ payload: { day: '' } }])
})

test('where lines begin on the right, the left arrow key goes on, days are in the digits of the locale', async () => {
  const widget = picker({ defaultValue: '2026-03-15' })
  render(
    <PortalRoot scheme="light" dir="rtl">
      <WidgetTree widget={widget} scheme="light" locale="ar-EG" />
    </PortalRoot>,
  )
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'day' }))
  expect(document.activeElement?.textContent).toBe('١٥')
  await user.keyboard('{ArrowLeft}')
  expect(document.activeElement?.textContent).toBe('١٦')
  await user.keyboard('{ArrowRight}{ArrowRight}')
  expect(document.activeElement?.textContent).toBe('١٤')
  const days = screen.getAllByRole('columnheader')
  expect(days.map((day) => day.textContent)).toEqual(['س', 'ح', 'ن', 'ث', 'ر', 'خ', 'ج'])
  expect(days[0]?.getAttribute('abbr')).toBe('السبت')
})

test('days are the Gregorian calendar’s, in a locale of another one too', async () => {
  const { user } = draw(picker({ defaultValue: '2026-03-15' }), { locale: 'th-TH' })
  await user.click(await screen.findByRole('button', { name: 'day' }))
  expect(screen.getByText('มีนาคม 2026')).toBeDefined()
})
