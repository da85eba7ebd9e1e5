// @vitest-environment happy-dom
import { act, render, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { expect, test } from 'vitest'
import { Button, Card, Markdown, Select, Text } from '../kit/index.ts'
import type { SentAction } from './action/perform.ts'
import { registerWidgetElement, type WidgetActionDetail } from './widget-element.ts'
import { WidgetView } from './widget-view.tsx'

const card = (value: string) =>
  Card({ children: [Text({ value }), Button({ label: 'Go', onClickAction: { type: 'go' } })] })

function inside(host: Element | null) {
  const root = host?.shadowRoot?.querySelector<HTMLElement>('[data-pk-root]')
  if (!root) throw new Error('nothing is drawn')
  return within(root)
}

test('a widget is drawn into a shadow root with its styles, follows its properties, and goes', async () => {
  const sent: SentAction[] = []
  const view = (value: string) => (
    <StrictMode>
      <WidgetView widget={card(value)} scheme="dark" onAction={(action) => sent.push(action)} />
    </StrictMode>
  )
  const { container, rerender, unmount } = render(view('one'))
  const host = container.querySelector('[data-parlor-widget]')
  expect(host?.shadowRoot?.adoptedStyleSheets).toHaveLength(1)
  expect(host?.shadowRoot?.querySelector('[data-pk-root]')?.getAttribute('data-theme')).toBe('dark')
  const text = inside(host).getByText('one')
  rerender(view('two'))
  expect(inside(host).getByText('two')).toBe(text)
  await userEvent.click(inside(host).getByRole('button', { name: 'Go' }))
  expect(sent).toEqual([{ type: 'go' }])
  unmount()
  await waitFor(() => expect(host?.shadowRoot?.querySelector('[data-pk-root]')).toBeNull())
})

test('a custom element draws its attribute, and tells actions and problems as events', async () => {
  registerWidgetElement()
  registerWidgetElement() // twice is once
  const element = document.createElement('parlor-widget')
  element.setAttribute('widget', JSON.stringify(card('hello')))
  element.setAttribute('scheme', 'dark')
  const actions: WidgetActionDetail[] = []
  const problems: unknown[] = []
  element.addEventListener('action', (event) => event instanceof CustomEvent && actions.push(event.detail))
  element.addEventListener('problem', (event) => event instanceof CustomEvent && problems.push(event.detail))
  await act(async () => document.body.append(element))
  const button = inside(element).getByRole('button', { name: 'Go' })
  await userEvent.click(button)
  expect(actions).toMatchObject([{ action: { type: 'go' }, how: { handler: 'server', streaming: true } }])
  await act(async () => element.setAttribute('widget', 'no json'))
  expect(problems).toMatchObject([{ code: 'invalid_widget' }])
  expect(inside(element).getByText('This widget cannot be shown.')).toBeDefined()
})

test('the custom element waits as long as a listener asks it to', async () => {
  registerWidgetElement()
  const element = Object.assign(document.createElement('parlor-widget'), { widget: card('hello') })
  let done: () => void = () => {}
  element.addEventListener('action', (event) => {
    if (event instanceof CustomEvent) event.detail.waitUntil(new Promise<void>((resolve) => (done = resolve)))
  })
  await act(async () => document.body.append(element))
  const button = inside(element).getByRole('button', { name: 'Go' })
  await userEvent.click(button)
  expect(button.getAttribute('aria-busy')).toBe('true')
  await act(async () => done())
  expect(button.getAttribute('aria-busy')).toBeNull()
})

test('links are told before they open, and those for the host open nothing by themselves', async () => {
  registerWidgetElement()
  const element = document.createElement('parlor-widget')
  const value = '[site](https://example.com/a) [host](chatkit-link://open?id=1)'
  element.setAttribute('widget', JSON.stringify(Card({ children: [Markdown({ value })] })))
  const links: unknown[] = []
  element.addEventListener('link', (event) => {
    links.push(event instanceof CustomEvent && event.detail)
    event.preventDefault()
  })
  await act(async () => document.body.append(element))
  const site = await waitFor(() => inside(element).getByRole('link', { name: 'site' }))
  expect(site.getAttribute('target')).toBe('_blank')
  const host = inside(element).getByRole('link', { name: 'host' })
  expect(host.getAttribute('target')).toBeNull()
  await userEvent.click(site)
  await userEvent.click(host)
  expect(links).toEqual(['https://example.com/a', 'chatkit-link://open?id=1'])
})

test('a widget alone speaks the language of its locale, and is laid out its way', async () => {
  const widget = Card({ children: [Select({ name: 'size', options: [{ value: 's', label: 'S' }] })] })
  const { container, rerender } = render(<WidgetView widget={widget} scheme="light" locale="ar-EG" />)
  const host = container.querySelector('[data-parlor-widget]')
  const root = () => host?.shadowRoot?.querySelector('[data-pk-root]')
  await waitFor(() => expect(inside(host).getByRole('combobox').textContent).toBe('اختر…'))
  expect([root()?.getAttribute('lang'), root()?.getAttribute('dir')]).toEqual(['ar-EG', 'rtl'])
  rerender(<WidgetView widget={widget} scheme="light" locale="ja" labels={{ selectPlaceholder: 'サイズ' }} />)
  await waitFor(() => expect(root()?.getAttribute('lang')).toBe('ja'))
  expect(inside(host).getByRole('combobox').textContent).toBe('サイズ')
  rerender(<WidgetView widget={widget} scheme="light" locale="nl" />)
  await waitFor(() => expect(inside(host).getByRole('combobox').textContent).toBe('Select…'))
  expect([root()?.getAttribute('lang'), root()?.getAttribute('dir')]).toEqual(['en', 'ltr'])
})

test('the custom element takes a locale, too', async () => {
  registerWidgetElement()
  const widget = Card({ children: [Select({ name: 'size', options: [{ value: 's', label: 'S' }] })] })
  const element = Object.assign(document.createElement('parlor-widget'), { widget, locale: 'es-MX' })
  await act(async () => document.body.append(element))
  await waitFor(() => expect(inside(element).getByRole('combobox').textContent).toBe('Elegir…'))
  expect(element.getAttribute('locale')).toBe('es-MX')
})
