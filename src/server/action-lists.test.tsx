/** @jsxImportSource parlor */
import { defineAction, defineWidget, handlers, on } from 'parlor'
import { Button, Card } from 'parlor/kit'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createChatServer } from './create-chat-server.ts'
import { countedIds } from './ids.ts'
import { memoryStore } from './memory-store.ts'
import { ask, askJson, message, silentLog } from './test-client.ts'

const move = defineAction('board.move', { payload: z.strictObject({ to: z.string() }) })
const resign = defineAction('board.resign')
const look = defineAction('look', { streaming: false })
const board = defineWidget({
  name: 'board',
  state: z.strictObject({ at: z.string() }),
  actions: { move },
  view: ({ at }) => (
    <Card>
      <Button label={at} onClickAction={move({ to: 'e5' })} />
    </Card>
  ),
})

test('handlers are found in lists of lists', async () => {
  const server = createChatServer({
    store: memoryStore(),
    ids: countedIds(),
    log: silentLog,
    respond: (turn) => turn.show(board, { at: 'e4' }),
    actions: [
      handlers(board, { move: ({ input, state, update }) => update({ ...state, at: input.to }) }),
      on(resign, ({ turn }) => turn.say('Resigned.')),
    ],
    syncActions: [handlers({ look }, { look: ({ update }) => update({ at: 'seen' }) })],
  })
  await ask(server, 'threads.create', message('Play'))
  const click = (type: string, payload?: object) => ({
    thread_id: 'thr_1',
    item_id: 'msg_2',
    action: { type, ...(payload && { payload }) },
  })
  const label = (at: string) => ({ children: [{ type: 'Button', label: at }] })
  expect(await ask(server, 'threads.custom_action', click('board.move', { to: 'e5' }))).toMatchObject([
    {},
    { type: 'thread.item.replaced', item: { widget: label('e5') } },
  ])
  const said = await ask(server, 'threads.custom_action', click('board.resign'))
  expect(said.at(-1)).toMatchObject({ item: { content: [{ text: 'Resigned.' }] } })
  expect(await askJson(server, 'threads.sync_custom_action', click('look'))).toMatchObject({
    status: 200,
    body: { updated_item: { widget: label('seen') } },
  })
})
