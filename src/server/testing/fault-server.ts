import { z } from 'zod'
import { defineAction, on } from '../../actions/index.ts'
import { defineWidget } from '../../define/index.ts'
import { Button, Card, Text } from '../../kit/index.ts'
import { type ChatServer, createChatServer } from '../create-chat-server.ts'
import type { ChatStore } from '../store.ts'
import { message, silentLog } from '../test-client.ts'

export const press = defineAction('tally.press', { payload: z.strictObject({}) })
const tally = defineWidget({
  name: 'tally',
  state: z.strictObject({ presses: z.number() }),
  view: ({ presses }) =>
    Card({ children: [Text({ value: `Pressed ${presses}` }), Button({ label: 'Press', onClickAction: press({}) })] }),
})

/** A server over a store, whose turn has one of everything: a text in deltas, a live widget, and a second text. */
export function faultServer(store: ChatStore, pressed: () => void = () => {}): ChatServer {
  return createChatServer({
    store,
    log: silentLog,
    widgets: [tally],
    async respond(turn) {
      turn.thread.title = `About ${turn.text}`
      await turn.say(['One ', 'two.'])
      const live = turn.live(tally, { presses: 0 })
      await live.update({ presses: 1 })
      await live.done({ presses: 2 })
      await turn.say('That is all.')
    },
    actions: [
      on(press, async ({ state, update }) => {
        pressed()
        await update({ presses: tally.parse(state).presses + 1 })
      }),
    ],
  })
}

/** The request that begins the turn. */
export const firstMessage = message('everything')
