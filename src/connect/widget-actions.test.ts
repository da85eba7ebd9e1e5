import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineAction, on } from '../actions/index.ts'
import { Card } from '../kit/index.ts'
import { type WidgetActionHandler, widgetActions } from './index.ts'

const rethrow = (error: Error) => {
  throw error
}
const open = defineAction('article.open', { payload: z.strictObject({ id: z.string() }), handler: 'client' })
const item = { id: 'msg_1', widget: Card({ children: [] }) }
const handled = () => {
  const opened = vi.fn<(id: string, itemId: string) => void>()
  const handlers: WidgetActionHandler[] = [on(open, ({ input, item }) => opened(input.id, item.id))]
  return { opened, handlers }
}

test('a handler gets the checked input and the item', async () => {
  const { opened, handlers } = handled()
  await widgetActions(handlers, rethrow)({ type: 'article.open', payload: { id: 'a1' } }, item)
  expect(opened.mock.calls).toEqual([['a1', 'msg_1']])
})

test('the action waits for its handler, so that the widget shows it as running', async () => {
  let finish = () => {}
  const running = new Promise<void>((resolve) => {
    finish = resolve
  })
  const settled = vi.fn()
  const done = widgetActions([on(open, () => running)], rethrow)(
    { type: 'article.open', payload: { id: 'a' } },
    item,
  ).then(settled)
  await Promise.resolve()
  expect(settled).not.toHaveBeenCalled()
  finish()
  await done
  expect(settled).toHaveBeenCalled()
})

test('a payload that does not fit is reported with its place, and handled by nobody', async () => {
  const { opened, handlers } = handled()
  const report = vi.fn()
  await widgetActions(handlers, report)({ type: 'article.open', payload: { id: 1 } }, item)
  expect(opened).not.toHaveBeenCalled()
  expect(report.mock.calls).toEqual([
    [expect.objectContaining({ code: 'invalid_input', at: 'article.open.payload.id' })],
  ])
})

test('an unknown action is reported, or handed on', async () => {
  const report = vi.fn()
  await widgetActions(handled().handlers, report)({ type: 'article.close' }, item)
  expect(report.mock.calls).toEqual([
    [expect.objectContaining({ code: 'unknown_action', at: 'actions.article.close', hint: 'There are: article.open' })],
  ])
  const otherwise = vi.fn(async () => {})
  await widgetActions([], rethrow, otherwise)({ type: 'article.close' }, item)
  expect(otherwise.mock.calls).toEqual([[{ type: 'article.close' }, item]])
})

test('a failing handler is reported', async () => {
  const report = vi.fn()
  const cause = new Error('boom')
  const handlers: WidgetActionHandler[] = [on(open, () => Promise.reject(cause))]
  await widgetActions(handlers, report)({ type: 'article.open', payload: { id: 'a' } }, item)
  expect(report.mock.calls).toEqual([[expect.objectContaining({ at: 'actions.article.open', cause })]])
})
