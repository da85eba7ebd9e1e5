import { defineAction, defineWidget, on } from 'parlor'
import type { WidgetRoot } from 'parlor/kit'
import { createChatServer, memoryStore } from 'parlor/server'
import { toNodeHandler } from 'parlor/server/node'
import { z } from 'zod'

/** Whatever widget a test sends. */
const any = defineWidget({
  name: 'any',
  state: z.looseObject({ root: z.custom<WidgetRoot>() }),
  view: ({ root }) => root,
})
const payload = z.looseObject({})

/** Says that it came. */
const note = defineAction('note', { payload, form: payload })
/** Draws `payload.root` in place. */
const swap = defineAction('swap', { payload: z.looseObject({ root: z.custom<WidgetRoot>() }), form: payload })
/** As `swap`, and takes until the test lets it end. */
const slow = defineAction('slow', { payload, form: payload })
/** Fails. */
const broken = defineAction('broken', { payload, form: payload })

let release: () => void = () => {}

const chat = createChatServer({
  store: memoryStore(),
  context: () => ({ user: 'anybody' }),
  /** `show {json}` draws a widget, `hold` writes until it is let go, anything else is said back as markdown. */
  async respond(turn) {
    const content = turn.message?.content ?? []
    const text = content.map((part) => ('text' in part ? part.text : '')).join('')
    if (text.startsWith('show ')) await turn.show(any, { root: JSON.parse(text.slice('show '.length)) })
    else if (text === 'hold') await held(turn.say('Held …'))
    else await turn.say(text)
  },
  actions: [
    on(note, async ({ turn }) => {
      await turn.say('Noted.')
    }),
    on(swap, async ({ input, update }) => {
      await update({ root: input.root })
    }),
    on(slow, async ({ input, update }) => {
      if (input.root) await update({ root: input.root })
      await held()
    }),
    on(broken, () => {
      throw new Error('This is meant to fail.')
    }),
  ],
  syncActions: [
    on(swap, async ({ input, update }) => {
      await update({ root: input.root })
    }),
  ],
})

async function held(until?: Promise<unknown>): Promise<void> {
  await until
  await new Promise<void>((resolve) => {
    release = resolve
  })
}

export const handler = toNodeHandler(async (request) => {
  if (new URL(request.url).pathname === '/chatkit/release') {
    release()
    return new Response('released')
  }
  return chat.fetch(request)
})
