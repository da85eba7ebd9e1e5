import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { ActionConfig } from '../kit/index.ts'
import { type ActionCall, type ActionHandler, type ActionHandlers, defineAction, handlers, on } from './index.ts'

const place = defineAction('slip.place', {
  payload: z.strictObject({ id: z.string(), note: z.string().default('') }),
  form: z.strictObject({ stake: z.coerce.number(), who: z.strictObject({ name: z.string() }) }),
})
const refresh = defineAction('refresh')

interface ServerCall {
  input: unknown
  state: Record<string, unknown>
  update(next: Record<string, unknown>): Promise<void>
  turn: { say(text: string): void }
}
declare function createServer(options: { actions: ActionHandlers<ServerCall> }): void

test('the builder takes the payload, before defaults', () => {
  expectTypeOf(place({ id: 'a' })).toExtend<ActionConfig>()
  expectTypeOf(place({ id: 'a' }).type).toEqualTypeOf<'slip.place'>()
  refresh()
  // @ts-expect-error a missing field
  place({})
  // @ts-expect-error no payload was asked for
  refresh({ id: 'a' })
  // @ts-expect-error a missing payload
  place()
})

test('the input is payload and form, after defaults and coercion', () => {
  expectTypeOf(place.parse({ type: 'slip.place' })).toEqualTypeOf<{
    id: string
    note: string
    stake: number
    who: { name: string }
  }>()
  expectTypeOf(refresh.parse({ type: 'refresh' })).toEqualTypeOf<Record<never, never>>()
})

test('field names are those of the form, nested ones with dots', () => {
  expectTypeOf(place.field).parameter(0).toEqualTypeOf<'stake' | 'who.name'>()
  // @ts-expect-error a field of the payload
  place.field('id')
})

test('field names reach through what may be absent, and stop at lists and what is coerced', () => {
  const save = defineAction('save', {
    form: z.object({
      todo: z.object({ title: z.string(), due: z.coerce.date().optional() }).optional(),
      tags: z.array(z.string()),
      done: z.boolean().default(false),
      deep: z.object({ er: z.object({ still: z.coerce.number() }) }),
    }),
  })
  expectTypeOf(save.field).parameter(0).toEqualTypeOf<'todo.title' | 'todo.due' | 'tags' | 'done' | 'deep.er.still'>()
  // @ts-expect-error an object is no field
  save.field('todo')
  // @ts-expect-error a misspelt name
  save.field('todo.titel')
  // @ts-expect-error an action without a form has no fields
  refresh.field('anything')
})

test('a handler knows its input, and by the place it is put, what else there is', () => {
  on(place, ({ input, state, update }) => {
    expectTypeOf(input.stake).toEqualTypeOf<number>()
    return update({ ...state, placed: true })
  })
  createServer({
    actions: [
      on(place, ({ input, turn }) => {
        expectTypeOf(input.who.name).toEqualTypeOf<string>()
        turn.say(input.note)
      }),
      on(refresh, async ({ turn }) => turn.say('again')),
    ],
  })
  createServer({
    actions: handlers({ place, refresh }, { place: ({ input }) => input.stake, refresh: ({ turn }) => turn.say('') }),
  })
  const standalone: ActionHandler[] = [on(refresh, ({ update }) => update({}))]
  createServer({ actions: standalone })
  expectTypeOf<ActionCall<{ id: string }>['input']>().toEqualTypeOf<{ id: string }>()
})

test('a forgotten handler does not compile, nor one too many', () => {
  // @ts-expect-error `refresh` is missing
  handlers({ place, refresh }, { place: () => 0 })
  // @ts-expect-error there is no such action
  handlers({ place }, { place: () => 0, other: () => 0 })
  // @ts-expect-error the input is that of the action of this name
  handlers({ place, refresh }, { place: () => 0, refresh: ({ input }) => input.stake })
})

test('lists of handlers know where they are put, too', () => {
  createServer({
    actions: [
      handlers({ place }, { place: ({ input, turn }) => turn.say(input.note) }),
      handlers({ refresh }, { refresh: ({ turn }) => turn.say('again') }),
      on(refresh, ({ turn }) => turn.say('once more')),
    ],
  })
})

test('handlers of a widget know its state', () => {
  const slip: ((state: { id: string; placed?: boolean }) => unknown) & {
    actions: { place: typeof place; refresh: typeof refresh }
    parse(state: unknown): { id: string; placed: boolean }
  } = Object.assign(() => null, { actions: { place, refresh }, parse: () => ({ id: 'a', placed: false }) })
  const table = handlers(slip, {
    place: async ({ input, state, update }) => {
      expectTypeOf(input.stake).toEqualTypeOf<number>()
      expectTypeOf(state).toEqualTypeOf<{ id: string; placed: boolean }>()
      await update({ ...state, placed: true })
      await update({ id: state.id })
      // @ts-expect-error a misspelt field
      await update({ ...state, plcaed: true })
    },
    refresh: () => 0,
  })
  expectTypeOf(table).toEqualTypeOf<ActionHandler[]>()
  createServer({ actions: [handlers(slip, { place: ({ turn, input }) => turn.say(input.note), refresh: () => 0 })] })
  // @ts-expect-error `refresh` is missing
  handlers(slip, { place: () => 0 })
})
