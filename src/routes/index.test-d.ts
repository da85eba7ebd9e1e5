import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { defineAction, on } from '../actions/index.ts'
import { createChatServer, memoryStore } from '../server/index.ts'
import {
  actionRoute,
  chatSessions,
  type SessionClaims,
  sessionRoutes,
  type TokenContext,
  tokenRoutes,
} from './index.ts'

const place = defineAction('slip.place', { payload: z.strictObject({ id: z.string() }) })
const secret = 'a secret of thirty-two bytes, or of more'

test('a handler of a posted action knows its input and the delivery', () => {
  actionRoute({
    secret,
    actions: [
      on(place, ({ input, metadata, sentAt, id, signal }) => {
        expectTypeOf(input).toEqualTypeOf<{ id: string }>()
        expectTypeOf(metadata).toEqualTypeOf<Record<string, unknown>>()
        expectTypeOf(sentAt).toEqualTypeOf<Date>()
        expectTypeOf(id).toEqualTypeOf<string>()
        expectTypeOf(signal).toEqualTypeOf<AbortSignal>()
      }),
      // @ts-expect-error there is no widget to update
      on(place, ({ update }) => update({})),
    ],
  })
})

test('sessions stand before a chat without naming any type', () => {
  const store = memoryStore()
  const sessions = chatSessions({ secret })
  const chat = createChatServer({
    store,
    context: sessions.context,
    respond: ({ context }) => {
      expectTypeOf(context.user).toEqualTypeOf<string>()
      expectTypeOf(context.session).toEqualTypeOf<SessionClaims | null>()
    },
  })
  const routes = sessionRoutes({ sessions, chat, upkeep: store.upkeep, apiKeys: ['key'] })
  expectTypeOf(routes.fetch).returns.resolves.toEqualTypeOf<Response>()
})

test('tokens tell the chat who asks', () => {
  const tokens = tokenRoutes({ secret, user: { header: 'x-user-id' } })
  createChatServer({
    store: memoryStore(),
    context: tokens.verify,
    respond: ({ context }) => {
      expectTypeOf(context).toEqualTypeOf<TokenContext>()
    },
  })
})

test('sessions of OpenAI’s have no address of their own to answer', () => {
  const hosted = sessionRoutes({ apiKey: undefined, workflow: 'wf_1' })
  // @ts-expect-error only one's own sessions have `fetch`
  hosted.fetch
})
