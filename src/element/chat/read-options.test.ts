import { expect, test } from 'vitest'
import { readOptions } from './read-options.ts'

const api = { url: '/chatkit', domainKey: 'domain_pk_localhost_dev' }
const fail = (options: unknown) => {
  try {
    readOptions(options, 'en')
  } catch (error) {
    return error
  }
}

test('what is left out gets its documented default', () => {
  expect(readOptions({ api }, 'pt-BR')).toEqual({
    unknownKeys: [],
    options: {
      api,
      locale: 'pt-BR',
      theme: { colorScheme: 'light' },
      frameTitle: 'Chat',
      initialThread: null,
      onClientTool: null,
      header: { enabled: true, title: { enabled: true, text: null }, leftAction: null, rightAction: null },
      history: { enabled: true, showDelete: true, showRename: true },
      startScreen: { greeting: null, prompts: [] },
      threadItemActions: { feedback: false, retry: false },
      composer: {
        placeholder: null,
        attachments: { enabled: false, maxSize: 104857600, maxCount: 10, accept: null },
        tools: [],
        models: [],
        dictation: { enabled: false },
      },
      disclaimer: null,
      entities: { onTagSearch: null, showComposerMenu: false, onClick: null, onRequestPreview: null },
      commands: { enabled: false, onSearch: null, onSelect: null },
      widgets: { onAction: null },
      thread: { autoScroll: false },
    },
  })
})

test('a scheme alone is a theme, and undefined counts as left out', () => {
  const { options } = readOptions({ api, theme: 'dark', header: { title: undefined }, disclaimer: undefined }, 'en')
  expect(options.theme).toEqual({ colorScheme: 'dark' })
  expect(options.disclaimer).toBe(null)
})

test.each([
  [undefined, 'options'],
  [{}, 'options.api'],
  [{ api: null }, 'options.api'],
  [{ api: { url: '/chatkit' } }, 'options.api.domainKey'],
  [{ api: { url: '', domainKey: 'k' } }, 'options.api.url'],
  [{ api: { getClientSecret: 'ek_1' } }, 'options.api.getClientSecret'],
  [{ api, theme: 'system' }, 'options.theme.colorScheme'],
  [
    { api, startScreen: { prompts: [{ label: 'A', prompt: 'a' }, { label: 'B' }] } },
    'options.startScreen.prompts[1].prompt',
  ],
  [{ api, onClientTool: {} }, 'options.onClientTool'],
])('%j is refused at %s', (options, at) => {
  expect(fail(options)).toMatchObject({ name: 'ParlorError', code: 'invalid_input', at })
})

test('url and getClientSecret together are refused, with what to do instead', () => {
  expect(fail({ api: { ...api, getClientSecret: async () => 'ek_1' } })).toMatchObject({
    at: 'options.api',
    problem: 'Unrecognized key url, domainKey beside getClientSecret',
    hint: expect.stringContaining('api.fetch'),
  })
})

test('all problems are told, the first one in the message', () => {
  expect(fail({ api, frameTitle: 1, locale: 2 })).toMatchObject({
    problems: [{ at: 'options.locale' }, { at: 'options.frameTitle' }],
  })
})

test('unknown keys are named with their place and left out', () => {
  const { options, unknownKeys } = readOptions(
    {
      api: { ...api, token: 't' },
      sidebar: true,
      composer: { tools: [{ id: 'a', label: 'A', icon: 'search', colour: 'red' }] },
    },
    'en',
  )
  expect(unknownKeys).toEqual(['options.api.token', 'options.composer.tools[0].colour', 'options.sidebar'])
  expect(options.composer.tools).toEqual([{ id: 'a', label: 'A', icon: 'search' }])
  expect(options.api).toEqual(api)
})

test('a wrong value beside an unknown key is still refused', () => {
  expect(fail({ api, composer: { rows: 3, placeholder: 4 } })).toMatchObject({ at: 'options.composer.placeholder' })
})
