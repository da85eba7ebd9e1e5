/** @jsxImportSource parlor */
import { defineAction, defineWidget, handlers, on } from 'parlor'
import { Card, Title } from 'parlor/kit'
import { createMockServer, live, onMessage, otherwise, say, script, show, update } from 'parlor/mock'
import { createChatServer, memoryStore, type Turn } from 'parlor/server'
import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'

const choose = defineAction('vote.choose', { payload: z.strictObject({ choice: z.enum(['yes', 'no']) }) })
const vote = defineWidget({
  name: 'vote',
  state: z.strictObject({ question: z.string(), chosen: z.string().optional() }),
  view: ({ question }) => (
    <Card>
      <Title value={question} />
    </Card>
  ),
})

test('a script’s action handlers know their input and their turn', () => {
  const lesson = script(
    onMessage(/vote/, [show(vote, { question: 'Sea?' })]),
    on(choose, ({ input, state, turn }) => {
      expectTypeOf(input).toEqualTypeOf<{ choice: 'yes' | 'no' }>()
      expectTypeOf(turn).toEqualTypeOf<Turn>()
      return [update({ ...state, chosen: input.choice }), say('Thanks.')]
    }),
    otherwise((turn) => [say(turn.text)]),
  )
  createChatServer({ store: memoryStore(), ...lesson })
  createMockServer({
    script: lesson,
    context: (request) => ({ user: request.headers.get('x-user-id') ?? 'anonymous' }),
  })
})

test('a script takes lists of handlers', () => {
  script(
    handlers({ choose }, { choose: ({ input, turn }) => [say(input.choice + turn.text)] }),
    handlers({ choose }, { choose: ({ state }) => [update(state)] }),
  )
})

test('a step’s state is the widget’s', () => {
  // @ts-expect-error the question is missing
  show(vote, {})
  // @ts-expect-error the question is missing in the second state
  live(vote, [{ question: 'Sea?' }, {}])
  // @ts-expect-error a live widget has a first state
  live(vote, [])
})
