/** @jsxImportSource parlor */
import { defineAction, defineWidget, handlers, on } from 'parlor'
import { Card, Title } from 'parlor/kit'
import type { WidgetItem } from 'parlor/protocol'
import { createChatServer, memoryStore, type Turn } from 'parlor/server'
import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'

const place = defineAction('slip.place', {
  payload: z.strictObject({ id: z.string() }),
  form: z.strictObject({ stake: z.coerce.number().positive() }),
})
const slip = defineWidget({
  name: 'slip',
  state: z.strictObject({ id: z.string(), title: z.string(), placed: z.boolean().default(false) }),
  view: ({ title }) => (
    <Card>
      <Title value={title} />
    </Card>
  ),
})

test('a handler knows its input, its turn and the context', () => {
  createChatServer({
    store: memoryStore(),
    context: (request: Request) => ({ user: 'u1', tier: request.headers.get('x-tier') }),
    async respond(turn) {
      expectTypeOf(turn.context).toEqualTypeOf<{ user: string; tier: string | null }>()
      await turn.show(slip, { id: 'a', title: 'Slip' })
      // @ts-expect-error the state needs a title
      await turn.show(slip, { id: 'a' })
      const live = turn.live(slip, { id: 'a', title: 'Slip' })
      await live.update({ id: 'a', title: 'Slip', placed: true })
      // @ts-expect-error a live widget is updated by states of the same kind
      await live.update({ id: 'a' })
    },
    actions: [
      on(place, async ({ input, state, update, turn, sender }) => {
        expectTypeOf(input).toEqualTypeOf<{ id: string; stake: number }>()
        expectTypeOf(turn.context.user).toEqualTypeOf<string>()
        expectTypeOf(sender?.id).toEqualTypeOf<string | undefined>()
        await update({ ...state, placed: true })
      }),
    ],
    widgets: [slip],
  })
})

test('a handler knows all of a context that is named', () => {
  interface Member {
    user: string
    tier: 'free' | 'pro'
  }
  createChatServer<Member>({
    store: memoryStore(),
    context: () => ({ user: 'u1', tier: 'pro' }),
    respond() {},
    actions: [
      on(place, ({ turn, context }) => {
        expectTypeOf(turn).toEqualTypeOf<Turn<Member>>()
        expectTypeOf(context).toEqualTypeOf<Member>()
      }),
    ],
  })
})

test('lists of handlers know the turn, and those of a widget its state', () => {
  const board = defineWidget({
    name: 'board',
    state: z.strictObject({ title: z.string(), moves: z.number().default(0) }),
    actions: { place },
    view: ({ title }) => (
      <Card>
        <Title value={title} />
      </Card>
    ),
  })
  createChatServer({
    store: memoryStore(),
    respond() {},
    actions: [
      handlers(board, {
        place: async ({ input, state, update, turn }) => {
          expectTypeOf(state).toEqualTypeOf<{ title: string; moves: number }>()
          const item = await update({ ...state, moves: state.moves + 1 })
          expectTypeOf(item).toEqualTypeOf<WidgetItem>()
          // @ts-expect-error a misspelt field
          await update({ ...state, move: 1 })
          await turn.say(input.id)
        },
      }),
      handlers({ place }, { place: ({ turn }) => turn.say('Placed.') }),
      on(place, ({ turn }) => turn.say('Placed.')),
    ],
    syncActions: [handlers({ place }, { place: ({ input, thread }) => void [input.stake, thread.id] })],
  })
})

test('a turn may end by asking the client', () => {
  createChatServer({ store: memoryStore(), respond: async (turn) => turn.callClient('get_selection', { limit: 3 }) })
})

test('a context has to say who asks', () => {
  // @ts-expect-error no `user`
  createChatServer({ store: memoryStore(), context: () => ({ id: 'u1' }), respond: () => {} })
})

test('a responder may be a generator of events', () => {
  createChatServer({
    store: memoryStore(),
    async *respond(turn) {
      yield { type: 'progress_update', text: turn.text }
    },
  })
})
