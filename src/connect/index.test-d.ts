import type { ChatKitEvents, ChatKitOptions, Widgets } from '@openai/chatkit'
import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { defineAction, on } from '../actions/index.ts'
import type { WidgetRoot } from '../kit/index.ts'
import {
  clientTools,
  createHost,
  effect,
  effects,
  type HostHandlers,
  type HostOptions,
  tool,
  widgetActions,
} from './index.ts'

const report = () => {}

test("ChatKit's own types are there, and not any", () => {
  expectTypeOf<ChatKitOptions>().not.toBeAny()
  expectTypeOf<Widgets.Card>().not.toBeAny()
  expectTypeOf<ChatKitEvents>().not.toBeAny()
})

test('a tool knows what its schema gives', () => {
  tool({
    params: z.object({ lat: z.coerce.number() }),
    run: ({ lat }) => expectTypeOf(lat).toEqualTypeOf<number>(),
  })
  expectTypeOf(clientTools({ plain: (params) => params.any }, report)).toEqualTypeOf<
    NonNullable<ChatKitOptions['onClientTool']>
  >()
  // @ts-expect-error not what the schema gives
  tool({ params: z.object({ lat: z.number() }), run: ({ lng }) => lng })
})

test('an effect knows what its schema gives', () => {
  effects(
    { go: effect({ data: z.object({ to: z.string() }), run: ({ to }) => expectTypeOf(to).toEqualTypeOf<string>() }) },
    report,
  )
})

test('a widget action knows its input and its item', () => {
  const open = defineAction('open', { payload: z.object({ id: z.string() }) })
  const onAction = widgetActions(
    [
      on(open, ({ input, item, action }) => {
        expectTypeOf(input).toEqualTypeOf<{ id: string }>()
        expectTypeOf(item).toEqualTypeOf<{ id: string; widget: WidgetRoot }>()
        expectTypeOf(action.type).toEqualTypeOf<string>()
      }),
    ],
    report,
  )
  expectTypeOf(onAction).toEqualTypeOf<NonNullable<NonNullable<ChatKitOptions['widgets']>['onAction']>>()
})

test('every event of the element has its handler, with its detail', () => {
  expectTypeOf<HostHandlers>().toHaveProperty('onThreadChange')
  expectTypeOf<NonNullable<HostHandlers['onThreadChange']>>().toEqualTypeOf<
    (detail: { threadId: string | null }) => void
  >()
  expectTypeOf<NonNullable<HostHandlers['onReady']>>().toEqualTypeOf<() => void>()
  expectTypeOf<keyof HostHandlers>().toEqualTypeOf<
    | 'onReady'
    | 'onError'
    | 'onEffect'
    | 'onDeeplink'
    | 'onLog'
    | 'onResponseStart'
    | 'onResponseEnd'
    | 'onHistoryOpen'
    | 'onHistoryClose'
    | 'onThreadChange'
    | 'onThreadLoadStart'
    | 'onThreadLoadEnd'
    | 'onToolChange'
  >()
})

test('an api is an address or a hosted session, never both', () => {
  createHost({ api: { url: '/chatkit', headers: () => ({ a: undefined }), secret: 's' } })
  createHost({ api: { getClientSecret: async () => 's' } })
  // @ts-expect-error both
  createHost({ api: { url: '/chatkit', getClientSecret: async () => 's' } })
  // @ts-expect-error neither
  createHost({ api: {} })
  expectTypeOf<HostOptions>().toHaveProperty('startScreen').toEqualTypeOf<ChatKitOptions['startScreen']>()
})
