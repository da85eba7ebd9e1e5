import { expect, test } from 'vitest'

/** Names that hosts and tests outside of this repo rely on; one that goes breaks them. */
const fixed: Record<string, { from: () => Promise<object>; names: string[] }> = {
  parlor: {
    from: () => import('parlor'),
    names: ['defineAction', 'defineWidget', 'on', 'handlers', 'createElement', 'Fragment', 'ParlorError'],
  },
  'parlor/kit': {
    from: () => import('parlor/kit'),
    names: [
      ...['Card', 'ListView', 'ListViewItem', 'Basic', 'Box', 'Row', 'Col', 'Form', 'Spacer', 'Divider', 'Transition'],
      ...['Text', 'Title', 'Caption', 'Markdown', 'Label', 'Badge', 'Icon', 'Image', 'Button', 'Chart', 'Table'],
      ...['Input', 'Textarea', 'Select', 'DatePicker', 'Checkbox', 'RadioGroup'],
      ...['inspectWidget', 'checkWidget', 'readWidget'],
    ],
  },
  'parlor/actions': { from: () => import('parlor/actions'), names: ['defineAction', 'on', 'handlers'] },
  'parlor/updates': { from: () => import('parlor/updates'), names: ['diffWidget', 'smallestUpdates', 'reduce'] },
  'parlor/server': { from: () => import('parlor/server'), names: ['createChatServer', 'memoryStore'] },
  'parlor/server/node': { from: () => import('parlor/server/node'), names: ['toNodeHandler'] },
  'parlor/server/sqlite': { from: () => import('parlor/server/sqlite'), names: ['sqliteStore'] },
  'parlor/server/postgres': { from: () => import('parlor/server/postgres'), names: ['postgresStore'] },
  'parlor/routes': {
    from: () => import('parlor/routes'),
    names: ['sessionRoutes', 'tokenRoutes', 'proxyRoute', 'actionRoute', 'postAction'],
  },
  'parlor/mock': { from: () => import('parlor/mock'), names: ['script', 'createMockServer'] },
  'parlor/client': { from: () => import('parlor/client'), names: ['createClient', 'withHeaders'] },
  'parlor/react': { from: () => import('parlor/react'), names: ['useChatKitHost', 'ChatKit'] },
}

test.each(Object.entries(fixed))('%s has the names that others rely on', async (_, { from, names }) => {
  const there = new Map(Object.entries(await from()))
  expect(names.filter((name) => !there.get(name))).toEqual([])
})

test('a table has its parts, under the names that Studio writes', async () => {
  const { Table } = await import('parlor/kit')
  expect([typeof Table.Row, typeof Table.Cell]).toEqual(['function', 'function'])
})

test('what a turn can do is there under its fixed names', async () => {
  const { createChatServer, memoryStore } = await import('parlor/server')
  const names = [
    ...['say', 'show', 'live', 'progress', 'effect', 'emit', 'callClient'],
    ...['thread', 'message', 'context', 'locale', 'signal', 'store', 'toolResult'],
  ]
  let missing: string[] | undefined
  const server = createChatServer({
    store: memoryStore(),
    respond(turn) {
      missing = names.filter((name) => !(name in turn))
    },
  })
  const input = { content: [{ type: 'input_text', text: 'Hi' }], attachments: [], inference_options: {} }
  const body = JSON.stringify({ type: 'threads.create', params: { input } })
  await (await server.fetch(new Request('http://parlor.test/', { method: 'POST', body }))).text()
  expect(missing).toEqual([])
})
