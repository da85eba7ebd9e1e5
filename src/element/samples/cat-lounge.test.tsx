// @vitest-environment happy-dom
import { ChatKit, useChatKit } from '@openai/chatkit-react'
import { fireEvent, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { ThreadItem, ThreadStreamEventInput } from '../../protocol/index.ts'
import { answered, created, done, said, thread } from '../chat/testing/samples.ts'
import { page } from '../testing/page.tsx'

const names = ['Miso', 'Pixel']
const quiet: ThreadStreamEventInput = { type: 'stream_options', stream_options: { allow_cancel: false } }
/** Rows to choose a name from; once one is chosen, none of them does anything. */
function suggestions(selected: string | null): ThreadItem {
  const rows = names.map((name) => ({
    type: 'ListViewItem' as const,
    key: name,
    children: [{ type: 'Text' as const, value: name === selected ? `${name} ✓` : name }],
    onClickAction: selected
      ? null
      : { type: 'cats.select_name', handler: 'client' as const, payload: { name, options: names } },
  }))
  const more = {
    type: 'Button' as const,
    label: 'Suggest more names',
    disabled: selected !== null,
    onClickAction: { type: 'cats.more_names', handler: 'client' as const, payload: {} },
  }
  const last = { type: 'ListViewItem' as const, key: 'more', children: [more] }
  return {
    type: 'widget',
    id: 'wid_names',
    thread_id: 'thr_1',
    created_at: '2026-01-02T03:04:05Z',
    widget: { type: 'ListView', children: [...rows, last] },
    copy_text: names.join(', '),
  } as ThreadItem // null actions come like this from the server
}

/** The front end: a status panel with quick actions, and the chat beside it. */
function CatLounge({
  scheme = 'light',
  initialThread = null,
}: {
  scheme?: 'light' | 'dark'
  initialThread?: string | null
}) {
  const [cat, setCat] = useState({ name: 'Unnamed Cat', energy: 6 })
  const [speech, setSpeech] = useState('')
  const threadId = useRef<string | null>(initialThread)
  const chatkit = useChatKit({
    api: { url: '/chatkit', domainKey: 'domain_pk_localhost_dev' },
    initialThread,
    theme: {
      density: 'spacious',
      colorScheme: scheme,
      color: { grayscale: { hue: 220, tint: 6, shade: scheme === 'dark' ? -1 : -4 } },
      radius: 'round',
    },
    startScreen: {
      greeting: 'Meet your new companion',
      prompts: [
        { label: 'Name the cat', prompt: 'Help me name the cat', icon: 'sparkle' },
        { label: 'How is the cat?', prompt: 'How is it?', icon: 'circle-question' },
      ],
    },
    composer: { placeholder: cat.name === 'Unnamed Cat' ? 'What shall its name be?' : `What should ${cat.name} do?` },
    threadItemActions: { feedback: false },
    widgets: {
      onAction: async (action, widgetItem) => {
        if (action.type === 'cats.more_names') {
          await chatkit.sendUserMessage({ text: 'More name suggestions, please' })
        } else if (action.type === 'cats.select_name') {
          await chatkit.sendCustomAction(action, widgetItem.id)
          const response = await fetch(`/cats/${threadId.current}`)
          setCat(await response.json())
        }
      },
    },
    onThreadChange: ({ threadId: next }) => {
      threadId.current = next
    },
    onEffect: ({ name, data = {} }) => {
      if (name === 'update_cat_status') setCat(data.state as typeof cat)
      if (name === 'cat_say') setSpeech(String(data.message))
    },
    onError: ({ error }) => console.error(error),
  })
  return (
    <>
      <h1>{cat.name}</h1>
      <p>Energy {cat.energy}</p>
      <p role="note">{speech}</p>
      <button type="button" onClick={() => chatkit.sendUserMessage({ text: 'Feed the cat' })}>
        Feed
      </button>
      <ChatKit control={chatkit.control} className="block h-full w-full" />
    </>
  )
}

test('a name is chosen once: one action to the server, the cat is read again, the row does nothing more, nor after a reload', async () => {
  const logged = vi.spyOn(console, 'error')
  const { server, asked, chat, show } = page('/chatkit', {
    'GET /cats/thr_1': () => Response.json({ name: 'Miso', energy: 6 }),
  })
  server.on('threads.create', {
    events: [created(), done(said('m1', 'name')), quiet, done(answered('m2', 'Some ideas:')), done(suggestions(null))],
  })
  server.on('threads.custom_action', {
    events: [
      quiet,
      { type: 'thread.item.replaced', item: suggestions('Miso') },
      done(answered('m3', 'Miso is a lovely name.')),
      { type: 'thread.updated', thread: thread('thr_1', 'Miso’s Lounge') },
    ],
  })
  const { unmount } = show(<CatLounge />)
  fireEvent.click(await vi.waitFor(() => chat().getByRole('button', { name: 'Name the cat' })))
  fireEvent.click(await chat().findByText('Miso'))
  expect(await chat().findByText('Miso is a lovely name.')).toBeTruthy()
  expect(await screen.findByRole('heading', { name: 'Miso' })).toBeTruthy()
  expect(await chat().findByPlaceholderText('What should Miso do?')).toBeTruthy()
  expect(chat().getByRole('heading', { name: 'Miso’s Lounge' })).toBeTruthy()
  expect(asked).toEqual(['GET /cats/thr_1'])

  fireEvent.click(chat().getByText('Pixel'))
  expect(chat().getByRole('button', { name: 'Suggest more names' })).toHaveProperty('disabled', true)
  const sent = server.requests.filter(({ type }) => type === 'threads.custom_action')
  expect(sent.map(({ params }) => params)).toEqual([
    {
      thread_id: 'thr_1',
      item_id: 'wid_names',
      action: { type: 'cats.select_name', payload: { name: 'Miso', options: names } },
    },
  ])
  unmount()

  server.on('threads.get_by_id', {
    json: { ...thread('thr_1'), items: { data: [suggestions('Miso')], has_more: false } },
  })
  show(<CatLounge initialThread="thr_1" />)
  fireEvent.click(await vi.waitFor(() => chat().getByText('Miso ✓')))
  fireEvent.click(chat().getByText('Pixel'))
  expect(server.requests.at(-1)?.type).toBe('threads.get_by_id')
  expect(logged.mock.calls).toEqual([])
})

test('more names are a message; quick actions too; effects move the panel; a stream that may not be stopped has no Stop', async () => {
  const { server, chat, show } = page('/chatkit')
  let go = () => {}
  const hold = new Promise<void>((resolve) => {
    go = resolve
  })
  server.on('threads.create', {
    events: [created(), done(said('m1', 'Feed the cat')), quiet],
    hold,
    rest: [
      {
        type: 'client_effect',
        name: 'update_cat_status',
        data: { state: { name: 'Unnamed Cat', energy: 9 }, flash: null },
      },
      { type: 'client_effect', name: 'cat_say', data: { state: {}, message: 'Purr' } },
      done(suggestions(null)),
    ],
  })
  server.on('threads.add_user_message', { events: [done(said('m9', 'more')), done(answered('m10', 'Here are more.'))] })
  const { rerender } = show(<CatLounge />)
  await vi.waitFor(() => chat().getByText('Meet your new companion'))
  fireEvent.click(screen.getByRole('button', { name: 'Feed' }))
  await chat().findByText('Feed the cat')
  rerender(<CatLounge scheme="dark" />) // the app's toggle, in the middle of the answer
  expect(chat().queryByRole('button', { name: 'Stop' })).toBe(null)
  expect(chat().getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
  go()
  expect(await screen.findByText('Energy 9')).toBeTruthy()
  expect(screen.getByRole('note').textContent).toBe('Purr')
  fireEvent.click(await chat().findByRole('button', { name: 'Suggest more names' }))
  expect(await chat().findByText('Here are more.')).toBeTruthy()
  expect(server.requests.map(({ type }) => type)).toEqual(['threads.create', 'threads.add_user_message'])
})
