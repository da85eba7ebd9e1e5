// @vitest-environment happy-dom
import { act, render, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { expect, test } from 'vitest'
import { Button, Card, Text } from '../kit/index.ts'
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
