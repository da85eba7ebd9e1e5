// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ParlorError } from '../../errors.ts'
import { Button, Card, Checkbox, Input, ListView, ListViewItem, Text } from '../../kit/index.ts'
import { deferred, draw } from '../testing/draw.tsx'

test('a click sends type and payload only, and says how to handle them', async () => {
  const { user, sent } = draw(
    Card({
      children: [
        Button({ label: 'Server', onClickAction: { type: 'a', payload: { id: 1 }, loadingBehavior: 'none' } }),
        Button({ label: 'Client', onClickAction: { type: 'b', handler: 'client' } }),
        Button({ label: 'Sync', onClickAction: { type: 'c', streaming: false } }),
      ],
    }),
  )
  for (const name of ['Server', 'Client', 'Sync']) await user.click(screen.getByRole('button', { name }))
  expect(sent).toEqual([
    { type: 'a', payload: { id: 1 }, handler: 'server', streaming: true },
    { type: 'b', handler: 'client', streaming: true },
    { type: 'c', handler: 'server', streaming: false },
  ])
})

test('a button spins until the action is done, and ignores further clicks', async () => {
  const { promise, resolve } = deferred()
  const widget = Card({ children: [Button({ label: 'Go', onClickAction: { type: 'go' } })] })
  const { user, sent } = draw(widget, { onAction: () => promise })
  const button = screen.getByRole('button', { name: /Go/ })
  await user.dblClick(button)
  expect(sent).toHaveLength(1)
  expect(button.getAttribute('aria-busy')).toBe('true')
  expect(document.activeElement).toBe(button)
  await act(async () => resolve())
  expect(button.getAttribute('aria-busy')).toBeNull()
  await user.click(button)
  expect(sent).toHaveLength(2)
})

test('the whole widget waits for what concerns it all, and then gives the focus back', async () => {
  const { promise, resolve } = deferred()
  const widget = Card({
    asForm: true,
    children: [Input({ name: 'a', placeholder: 'A' }), Button({ label: 'Other', onClickAction: { type: 'other' } })],
    confirm: { label: 'Save', action: { type: 'save' } },
  })
  const { user, sent, container } = draw(widget, { onAction: () => promise })
  const field = screen.getByPlaceholderText('A')
  await user.type(field, 'x{Enter}')
  const frame = container.querySelector('.pk-widget')
  expect(frame?.hasAttribute('inert')).toBe(true)
  await user.click(screen.getByText('Other'))
  expect(sent).toHaveLength(1)
  field.blur() // as browsers do inside an inert element
  await act(async () => resolve())
  expect(frame?.hasAttribute('inert')).toBe(false)
  expect(document.activeElement).toBe(field)
})

test('waiting goes on while the content is exchanged', async () => {
  const { promise, resolve } = deferred()
  const card = (value: string) =>
    Card({ children: [Text({ value })], confirm: { label: 'Save', action: { type: 'save' } } })
  const { user, update, container } = draw(card('before'), { onAction: () => promise })
  await user.click(screen.getByRole('button', { name: 'Save' }))
  update(card('after'))
  expect(screen.getByText('after')).toBeDefined()
  expect(container.querySelector('.pk-widget')?.hasAttribute('inert')).toBe(true)
  await act(async () => resolve())
  expect(container.querySelector('.pk-widget')?.hasAttribute('inert')).toBe(false)
})

test('a handler that throws is reported and stops the waiting', async () => {
  const widget = Card({ children: [Button({ label: 'Go', onClickAction: { type: 'go' } })] })
  const { user, problems } = draw(widget, {
    onAction: () => {
      throw new Error('boom')
    },
  })
  await user.click(screen.getByRole('button', { name: 'Go' }))
  expect(problems).toMatchObject([{ code: 'misuse', at: 'go', cause: { message: 'boom' } }])
  expect(screen.getByRole('button', { name: 'Go' }).getAttribute('aria-busy')).toBeNull()
})

test('an error of ours is reported as it is', async () => {
  const error = new ParlorError('network', { at: 'threads.custom_action', problem: 'no answer', hint: 'Try again.' })
  const widget = Card({ children: [Button({ label: 'Go', onClickAction: { type: 'go' } })] })
  const { user, problems } = draw(widget, { onAction: () => Promise.reject(error) })
  await user.click(screen.getByRole('button', { name: 'Go' }))
  expect(problems).toEqual([error])
})

test('while an answer streams only streamed server actions are inert', async () => {
  const { user, sent, update } = draw(widgetOfThree(), { blocked: true })
  for (const name of ['Streamed', 'Client', 'Sync']) await user.click(screen.getByRole('button', { name }))
  await user.click(screen.getByRole('checkbox'))
  expect(sent).toMatchObject([{ type: 'client' }, { type: 'sync' }])
  expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
  expect(screen.getByRole('button', { name: 'Streamed' }).getAttribute('aria-disabled')).toBe('true')
  update(widgetOfThree(), { blocked: false })
  await user.click(screen.getByRole('button', { name: 'Streamed' }))
  expect(sent).toHaveLength(3)
})

function widgetOfThree() {
  return Card({
    children: [
      Button({ label: 'Streamed', onClickAction: { type: 'streamed' } }),
      Button({ label: 'Client', onClickAction: { type: 'client', handler: 'client' } }),
      Button({ label: 'Sync', onClickAction: { type: 'sync', streaming: false } }),
      Checkbox({ name: 'c', onChangeAction: { type: 'changed' } }),
    ],
  })
}

test('a change counts each time, also while the last one is still on its way', async () => {
  const { promise } = deferred()
  const widget = Card({ children: [Checkbox({ name: 'c', onChangeAction: { type: 'changed' } })] })
  const { user, sent } = draw(widget, { onAction: () => promise })
  await user.click(screen.getByRole('checkbox'))
  await user.click(screen.getByRole('checkbox'))
  expect(sent).toMatchObject([{ payload: { c: true } }, { payload: { c: false } }])
})

test('a button in a clickable row runs its own action only', async () => {
  const { user, sent } = draw(rowWithButton())
  await user.click(screen.getByRole('button', { name: 'Details' }))
  expect(sent).toMatchObject([{ type: 'details' }])
})

test('a row is clicked anywhere, and by keyboard', async () => {
  const { user, sent } = draw(rowWithButton())
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /Flight 12/ }))
  await user.keyboard('{Enter}')
  expect(sent).toMatchObject([{ type: 'open' }])
})

function rowWithButton() {
  return ListView({
    children: [
      ListViewItem({
        onClickAction: { type: 'open' },
        children: [Text({ value: 'Flight 12' }), Button({ label: 'Details', onClickAction: { type: 'details' } })],
      }),
    ],
  })
}

test('an action that is null is none', () => {
  const { problems } = draw({
    type: 'ListView',
    children: [{ type: 'ListViewItem', onClickAction: null, children: [{ type: 'Text', value: 'Row', color: null }] }],
  })
  expect(screen.queryByRole('button')).toBeNull()
  expect(problems).toEqual([])
})
