// @vitest-environment happy-dom
import type { Entity } from '@openai/chatkit'
import { ChatKit, useChatKit } from '@openai/chatkit-react'
import { fireEvent, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { ThreadItem } from '../../protocol/index.ts'
import { answered, created, done, said, thread } from '../chat/testing/samples.ts'
import { ChatKitElement } from '../index.ts'
import { page } from '../testing/page.tsx'

const tags: { entity: Entity; preview: unknown }[] = [
  {
    entity: {
      id: 'a7',
      title: 'Foxes return',
      group: 'Articles',
      icon: 'document',
      interactive: true,
      data: { article_id: 'a7', url: '/article/a7' },
    },
    preview: { type: 'Basic', children: [{ type: 'Text', value: 'By the river', children: null }], theme: null },
  },
  {
    entity: {
      id: 'author:ada',
      title: 'Ada Vale',
      group: 'Authors',
      icon: 'profile-card',
      interactive: true,
      data: { author: 'Ada Vale', author_id: 'ada', type: 'author' },
    },
    preview: null,
  },
]
const articles: ThreadItem = {
  type: 'widget',
  id: 'wid_articles',
  thread_id: 'thr_1',
  created_at: '2026-01-02T03:04:05Z',
  widget: {
    type: 'ListView',
    children: [
      {
        type: 'ListViewItem',
        key: 'a7',
        children: [
          { type: 'Text', value: 'Foxes return' },
          {
            type: 'Button',
            label: 'View',
            onClickAction: { type: 'open_article', payload: { id: 'a7' }, handler: 'client' },
          },
        ],
      },
    ],
  },
  copy_text: 'Foxes return',
}

/** The front end: the open article, whose id goes along with every request, and the chat. */
function News() {
  const [articleId, setArticleId] = useState('featured')
  const lastActioned = useRef<string | null>(null)
  const chatkit = useChatKit({
    api: {
      url: '/chatkit',
      domainKey: 'domain_pk_localhost_dev',
      fetch: (input, init) => {
        const headers = new Headers(init?.headers)
        headers.set('article-id', articleId)
        return fetch(input, { ...init, headers })
      },
    },
    theme: {
      colorScheme: 'light',
      radius: 'sharp',
      density: 'spacious',
      color: { accent: { primary: '#ff5f42', level: 1 }, grayscale: { hue: 0, tint: 0 } },
      typography: {
        fontFamily: 'Lora, serif',
        fontSources: [{ family: 'Lora', src: '/lora.woff2', weight: 400, style: 'normal', display: 'swap' }],
      },
    },
    composer: {
      tools: [
        {
          id: 'event_finder',
          label: 'Event finder',
          icon: 'calendar',
          placeholderOverride: 'Anything happening this weekend?',
          persistent: true,
        },
        { id: 'puzzle', label: 'Coffee break puzzle', shortLabel: 'Puzzle', icon: 'atom', persistent: true },
      ],
    },
    entities: {
      showComposerMenu: true,
      onTagSearch: async (query) =>
        tags
          .map(({ entity }) => entity)
          .filter(({ title, id, group }) => `${title} ${id} ${group}`.toLowerCase().includes(query.toLowerCase())),
      onRequestPreview: async (entity) => ({
        preview: (tags.find((tag) => tag.entity.id === entity.id)?.preview ?? null) as null, // the back end's own JSON
      }),
      onClick: (entity) => {
        if (entity.data?.article_id) setArticleId(entity.data.article_id)
      },
    },
    threadItemActions: { feedback: false },
    widgets: {
      onAction: async (action, { id }) => {
        if (action.type !== 'open_article') return
        const article = String(action.payload?.id)
        setArticleId(article)
        if (lastActioned.current === article) return
        lastActioned.current = article
        await chatkit.sendCustomAction(action, id)
      },
    },
    onError: ({ error }) => console.error(error),
  })
  return (
    <>
      <h1>Article {articleId}</h1>
      <ChatKit control={chatkit.control} />
    </>
  )
}

test('every request carries the article that is open when it is sent, without new options; a second click sends nothing', async () => {
  const setOptions = vi.spyOn(ChatKitElement.prototype, 'setOptions')
  const logged = vi.spyOn(console, 'error')
  const { server, chat, show } = page('/chatkit')
  server.on('threads.create', { events: [created(), done(said('m1', 'news')), done(articles)] })
  server.on('threads.custom_action', { events: [done(answered('m3', 'Shall I sum up *Foxes return*?'))] })
  server.on('threads.list', { json: { data: [thread('thr_2', 'Puzzles')], has_more: false } })
  server.on('threads.get_by_id', { json: { ...thread('thr_2', 'Puzzles'), items: { data: [], has_more: false } } })
  show(<News />)
  const field = await vi.waitFor(() => chat().getByRole('textbox'))
  fireEvent.change(field, { target: { value: 'news' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  fireEvent.click(await chat().findByRole('button', { name: 'View' }))
  expect(await screen.findByRole('heading', { name: 'Article a7' })).toBeTruthy()
  expect((await chat().findByText('Foxes return', { selector: 'em' })).textContent).toBe('Foxes return')
  fireEvent.click(chat().getByRole('button', { name: 'View' }))
  fireEvent.click(chat().getByRole('button', { name: 'History' }))
  fireEvent.click(await chat().findByRole('button', { name: 'Puzzles' }))
  await server.asked('threads.get_by_id')
  expect(server.requests.map(({ type }, index) => `${type} ${server.calls[index]?.headers.get('article-id')}`)).toEqual(
    ['threads.create featured', 'threads.custom_action a7', 'threads.list a7', 'threads.get_by_id a7'],
  )
  expect(server.calls[0]?.headers.get('content-type')).toBe('application/json')
  expect(setOptions).toHaveBeenCalledTimes(1)
  expect(logged.mock.calls).toEqual([])
})

test('a tool stays for the next message and speaks in the field; the server hears of it both times', async () => {
  const { server, chat, show } = page('/chatkit')
  server.on('threads.create', { events: [created(), done(said('m1', 'a')), done(answered('m2', 'One.'))] })
  server.on('threads.add_user_message', { events: [done(said('m3', 'b')), done(answered('m4', 'Two.'))] })
  show(<News />)
  fireEvent.click(await vi.waitFor(() => chat().getByRole('button', { name: 'Add files and tools' })))
  fireEvent.click(await chat().findByRole('menuitemradio', { name: 'Event finder' }))
  const field = await chat().findByPlaceholderText('Anything happening this weekend?')
  for (const [text, answer] of [
    ['a', 'One.'],
    ['b', 'Two.'],
  ] as const) {
    fireEvent.change(field, { target: { value: text } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await chat().findByText(answer)
    await vi.waitFor(() => expect(chat().queryByRole('button', { name: 'Stop' })).toBe(null))
  }
  expect(server.requests.map(({ params }) => ('input' in params ? params.input : null))).toMatchObject([
    { inference_options: { tool_choice: { id: 'event_finder' } } },
    { inference_options: { tool_choice: { id: 'event_finder' } } },
  ])
})

test('an article is mentioned, sent with its data, previewed when pointed at, and opened when clicked; authors have no card', async () => {
  const { server, chat, show } = page('/chatkit')
  const sent: ThreadItem = {
    ...said('m1', ''),
    type: 'user_message',
    content: [],
    attachments: [],
    inference_options: {},
  }
  server.on('threads.create', ({ params }) => ({
    events: [
      created(),
      done({ ...sent, content: 'input' in params && 'content' in params.input ? params.input.content : [] }),
    ],
  }))
  show(<News />)
  fireEvent.click(await vi.waitFor(() => chat().getByRole('button', { name: 'Mention' })))
  fireEvent.click(await chat().findByRole('option', { name: 'Foxes return' }))
  const field = chat().getByRole('textbox')
  fireEvent.change(field, { target: { value: `${(field as HTMLTextAreaElement).value}@vale` } })
  fireEvent.click(await chat().findByRole('option', { name: 'Ada Vale' }))
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(await server.asked('threads.create')).toMatchObject({
    params: {
      input: {
        content: [
          {
            type: 'input_tag',
            id: 'a7',
            text: 'Foxes return',
            group: 'Articles',
            interactive: true,
            data: { article_id: 'a7', url: '/article/a7' },
          },
          { type: 'input_text' },
          { type: 'input_tag', id: 'author:ada', data: { author_id: 'ada' } },
        ],
      },
    },
  })
  await vi.waitFor(() => expect(chat().queryByRole('button', { name: 'Stop' })).toBe(null)) // the server's own message is there
  const article = await chat().findByRole('button', { name: 'Foxes return' })
  fireEvent.pointerOver(article)
  expect(await chat().findByText('By the river')).toBeTruthy()
  fireEvent.pointerOut(article)
  await vi.waitFor(() => expect(chat().queryByText('By the river')).toBe(null))
  fireEvent.pointerOver(chat().getByRole('button', { name: 'Ada Vale' }))
  fireEvent.click(chat().getByRole('button', { name: 'Ada Vale' }))
  expect(screen.getByRole('heading', { name: 'Article featured' })).toBeTruthy()
  fireEvent.click(article)
  expect(await screen.findByRole('heading', { name: 'Article a7' })).toBeTruthy()
})
