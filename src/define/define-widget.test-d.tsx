/** @jsxImportSource parlor */
import type { Widgets } from '@openai/chatkit'
import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import {
  type ActionHandler,
  Card,
  defineAction,
  defineWidget,
  handlers,
  type JsxElement,
  Text,
  type WidgetRoot,
} from './index.ts'

const state = z.strictObject({ id: z.string(), count: z.number().default(0) })
const go = defineAction('go')
const counter = defineWidget({
  name: 'counter',
  state,
  actions: { go },
  view: ({ id, count }) => {
    expectTypeOf(id).toEqualTypeOf<string>()
    expectTypeOf(count).toEqualTypeOf<number>()
    return <Card>{<Text value={id} />}</Card>
  },
  copyText: ({ count }) => count.toFixed(),
})

test('a widget takes a state before defaults and gives a root', () => {
  expectTypeOf(counter).parameter(0).toEqualTypeOf<{ id: string; count?: number | undefined }>()
  expectTypeOf(counter({ id: 'a' })).toEqualTypeOf<WidgetRoot>()
  // @ts-expect-error a misspelt field is caught in the editor
  counter({ id: 'a', cuont: 1 })
  // @ts-expect-error a missing field
  counter({})
})

test('its parts take a parsed state', () => {
  expectTypeOf(counter.parse(null)).toEqualTypeOf<{ id: string; count: number }>()
  expectTypeOf(counter.view).parameter(0).toEqualTypeOf<{ id: string; count: number }>()
  expectTypeOf(counter.actions).toEqualTypeOf<{ go: typeof go }>()
  expectTypeOf(counter.widgetName).toEqualTypeOf<string>()
})

test('its life is told of parsed states', () => {
  const view = () => Card({ children: [] })
  defineWidget({
    name: 'timer',
    state,
    view,
    settled: (parsed, action) => {
      expectTypeOf(parsed).toEqualTypeOf<{ id: string; count: number }>()
      expectTypeOf(action).toEqualTypeOf<{ type: string; payload?: unknown }>()
      return parsed.count > 3
    },
    onRead: (parsed, now) => ({ ...parsed, count: now.getHours() }),
  })
  // @ts-expect-error a state without its id
  defineWidget({ name: 'timer', state, view, onRead: ({ count }) => ({ count }) })
})

test('the handlers of a widget’s actions are complete, or do not compile', () => {
  const stop = defineAction('stop', { form: z.object({ reason: z.string() }) })
  const timer = defineWidget({ name: 'timer', state, actions: { go, stop }, view: () => Card({ children: [] }) })
  const list = handlers(timer.actions, { go: () => 0, stop: ({ input }) => input.reason.length })
  expectTypeOf(list).toExtend<ActionHandler[]>()
  // @ts-expect-error `stop` is forgotten
  handlers(timer.actions, { go: () => 0 })
  // @ts-expect-error there is no such action
  handlers(timer.actions, { go: () => 0, stop: () => 0, pause: () => 0 })
})

test('handlers of a widget read its state as the schema made it, and write it as the schema takes it', () => {
  handlers(counter, {
    go: async ({ state: now, update }) => {
      expectTypeOf(now).toEqualTypeOf<{ id: string; count: number }>()
      await update({ ...now, count: now.count + 1 })
      await update({ id: 'a' })
      // @ts-expect-error a misspelt field
      await update({ ...now, cuont: 1 })
      // @ts-expect-error a missing field
      await update({ count: 1 })
    },
  })
})

test('a view is a root, as a call or as JSX', () => {
  defineWidget({ name: 'a', state, view: () => Card({ children: [] }) })
  // @ts-expect-error a text is no widget
  defineWidget({ name: 'b', state, view: () => Text({ value: '' }) })
  expectTypeOf<JsxElement>().not.toBeAny()
  expectTypeOf<Widgets.WidgetRoot>().toExtend<WidgetRoot>()
})
