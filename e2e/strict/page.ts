// `?widget`: widgets by themselves, drawn by the test. Else a chat with all that can be switched on.
import './page.css'
import type { ChatKitOptions, OpenAIChatKit } from '@openai/chatkit'

const options: ChatKitOptions = {
  api: { url: '/chatkit', domainKey: 'local', uploadStrategy: { type: 'direct', uploadUrl: '/chatkit/upload' } },
  theme: { colorScheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' },
  header: {
    title: { enabled: true },
    leftAction: { icon: 'menu', onClick: () => {} },
    rightAction: { icon: 'light-mode', onClick: () => {} },
  },
  startScreen: {
    greeting: 'What shall we check?',
    prompts: [{ label: 'Write', prompt: 'Write everything', icon: 'write' }],
  },
  composer: {
    attachments: { enabled: true },
    tools: [
      { id: 'search', label: 'Search the web', shortLabel: 'Search', icon: 'globe' },
      { id: 'image', label: 'Create an image', icon: 'square-image', pinned: true },
    ],
    models: [
      { id: 'quick', label: 'Quick', default: true },
      { id: 'careful', label: 'Careful', description: 'Thinks longer' },
    ],
  },
  threadItemActions: { feedback: true, retry: true },
  entities: {
    onTagSearch: async () => [{ id: 'ada', title: 'Ada', icon: 'user', group: 'People', interactive: true }],
    onRequestPreview: async () => ({
      preview: { type: 'Basic', children: [{ type: 'Text', value: 'First programmer' }] },
    }),
  },
  disclaimer: { text: 'Everything here is **made up**.' },
  widgets: {
    onAction: async (action, item) => {
      heard.push({ action, item: item.id })
      if (action.payload?.next === 'server') await chat?.sendCustomAction({ type: 'note', payload: {} }, item.id)
    },
  },
}

/** What the page's own callbacks and events were told. */
const heard: unknown[] = []
let chat: OpenAIChatKit | null = null

if (location.search === '?widget') {
  const { registerWidgetElement } = await import('parlor/render')
  registerWidgetElement()
} else {
  await import('parlor/element')
  const element = document.createElement('openai-chatkit') as OpenAIChatKit // registered by now
  element.setOptions(options)
  element.addEventListener('chatkit.error', (event) => heard.push({ error: event.detail.error.message }))
  document.querySelector('main')?.append(element)
  chat = element
}
Object.assign(window, { heard })
