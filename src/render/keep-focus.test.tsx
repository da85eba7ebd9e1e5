// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Card, Input, Text, type WidgetRoot } from '../kit/index.ts'
import { mountWidget } from './mount-widget.tsx'

/** Draws in a shadow root, where React itself does not bring the focus back. */
async function drawInShadow(widget: WidgetRoot) {
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  const mounted = mountWidget(host)
  const update = (next: WidgetRoot) => act(async () => mounted.update({ widget: next, scheme: 'light' }))
  await update(widget)
  const field = (name: string) => {
    const found = host.shadowRoot?.querySelector(`[name="${name}"]`)
    if (!(found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement)) throw new Error(`no ${name}`)
    return found
  }
  return { host, update, field, active: () => host.shadowRoot?.activeElement }
}

const inputs = (...names: string[]) =>
  Card({ children: names.map((name) => Input({ key: name, name, defaultValue: `${name}${name}${name}` })) })

test('a field that is moved keeps focus and selection', async () => {
  const { update, field, active } = await drawInShadow(inputs('a', 'b', 'c'))
  const b = field('b')
  b.focus()
  b.setSelectionRange(1, 2)
  for (const order of ['cba', 'bac', 'xcab', 'b']) {
    await update(inputs(...order))
    expect(active()).toBe(b)
    expect([b.selectionStart, b.selectionEnd]).toEqual([1, 2])
  }
})

test('what asks for the focus when it appears gets it', async () => {
  const { update, field, active } = await drawInShadow(inputs('a'))
  field('a').focus()
  await update(Card({ children: [Input({ key: 'a', name: 'a' }), Input({ key: 'n', name: 'n', autoFocus: true })] }))
  expect(active()).toBe(field('n'))
})

test('an edited text that streams on keeps the caret where it is', async () => {
  const letter = (value: string) =>
    Card({ children: [Text({ id: 'body', value, streaming: true, editable: { name: 'body' } })] })
  const { update, field, active } = await drawInShadow(letter('Dear Ada'))
  const body = field('body')
  body.focus()
  body.setSelectionRange(2, 4)
  await update(letter('Dear Ada, thank you'))
  expect(active()).toBe(body)
  expect([body.value, body.selectionStart, body.selectionEnd]).toEqual(['Dear Ada, thank you', 2, 4])
})

test('what is gone takes the focus with it, and nothing else gets it', async () => {
  const { update, field, active } = await drawInShadow(inputs('a', 'b'))
  field('b').focus()
  await update(inputs('a'))
  expect(active()).toBe(null)
})

test('a selection in a text that streams stays, because what was there before stays', async () => {
  const text = (value: string) => Card({ children: [Text({ id: 't', value, streaming: true })] })
  const { host, update } = await drawInShadow(text('One'))
  await update(text('One two'))
  const settled = host.shadowRoot?.querySelector('.pk-text')?.firstChild?.firstChild
  await update(text('One two three'))
  const shown = host.shadowRoot?.querySelector('.pk-text')
  expect(shown?.firstChild?.firstChild).toBe(settled)
  expect(shown?.textContent).toBe('One two three')
  await update(text('Another'))
  expect(shown?.textContent).toBe('Another')
})
