import type { CommandSelection } from '@openai/chatkit'
import { expect, test } from 'vitest'
import { harness } from './testing/harness.ts'

const nova = { id: 'st_1', title: 'Nova' }

test('the latest tag search wins, whichever answers last', async () => {
  const answers = new Map<string, (entities: (typeof nova)[]) => void>()
  const { chat, until } = harness({
    entities: { onTagSearch: (query: string) => new Promise((resolve) => answers.set(query, resolve)) },
  })
  chat.actions.searchEntities('n')
  chat.actions.searchEntities('no')
  expect(chat.getState().search).toMatchObject({ kind: 'entity', query: 'no', status: 'loading' })
  answers.get('no')?.([nova])
  answers.get('n')?.([])
  const state = await until(({ search }) => search?.status === 'ready')
  expect(state.search).toMatchObject({ query: 'no', entities: [nova] })
  chat.actions.closeSearch()
  expect(chat.getState().search).toBe(null)
})

test('a tag search that fails is shown and reported', async () => {
  const { chat, errors, until } = harness({ entities: { onTagSearch: () => Promise.reject(new Error('Offline')) } })
  chat.actions.searchEntities('n')
  await until(({ search }) => search?.status === 'failed')
  expect(errors.map(({ name, message }) => [name, message])).toEqual([['EntitySearchError', 'Offline']])
})

test('without onTagSearch nothing opens', () => {
  const { chat } = harness()
  chat.actions.searchEntities('n')
  chat.actions.searchCommands('n')
  expect(chat.getState().search).toBe(null)
})

test('a command opens a menu, which is searched here, and then gives an entity', async () => {
  const lines = [
    { id: 'red', label: 'Red line' },
    { id: 'blue', label: 'Blue line' },
  ]
  const { chat, until } = harness({
    commands: {
      enabled: true,
      onSearch: async () => [{ id: 'lines', label: 'Lines' }],
      onSelect: async ({ id }: { id: string }) =>
        id === 'lines' ? { type: 'menu', commands: lines } : { type: 'entity', entity: nova },
    },
  })
  chat.actions.searchCommands('li')
  const first = await until(({ search }) => search?.status === 'ready')
  expect(first.search).toMatchObject({ kind: 'command', commands: [{ id: 'lines', label: 'Lines' }], level: 0 })

  expect(await chat.actions.selectCommand({ id: 'lines', label: 'Lines' })).toBe(null)
  expect(chat.getState().search).toMatchObject({ commands: lines, level: 1, query: '' })
  chat.actions.searchCommands('blue')
  expect(chat.getState().search).toMatchObject({ commands: [{ id: 'blue', label: 'Blue line' }], level: 1 })

  expect(await chat.actions.selectCommand({ id: 'blue', label: 'Blue line' })).toEqual(nova)
  expect(chat.getState().search).toBe(null)
})

test('a menu that comes after the list was closed stays closed', async () => {
  const command = { id: 'lines', label: 'Lines' }
  let open = (_: CommandSelection) => {}
  const selection = new Promise<CommandSelection>((resolve) => {
    open = resolve
  })
  const { chat, until } = harness({
    commands: { enabled: true, onSearch: async () => [command], onSelect: () => selection },
  })
  chat.actions.searchCommands('')
  await until(({ search }) => search?.status === 'ready')
  const selected = chat.actions.selectCommand(command)
  chat.actions.closeSearch()
  open({ type: 'menu', commands: [command] })
  expect(await selected).toBe(null)
  expect(chat.getState().search).toBe(null)
})

test('a command that fails is reported and closes the menu', async () => {
  const { chat, errors } = harness({ commands: { enabled: true, onSelect: () => Promise.reject(new Error('No')) } })
  expect(await chat.actions.selectCommand({ id: 'x', label: 'X' })).toBe(null)
  expect(errors.map(({ name }) => name)).toEqual(['CommandError'])
})
