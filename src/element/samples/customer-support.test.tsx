// @vitest-environment happy-dom
import { ChatKit, useChatKit } from '@openai/chatkit-react'
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { ThreadItem } from '../../protocol/index.ts'
import { answered, cancellable, created, done, said, thread } from '../chat/testing/samples.ts'
import { page } from '../testing/page.tsx'

const photo = new File(['bytes'], 'beach.png', { type: 'image/png' })
const greetings = { overview: 'How can we help with your trip?', trips: 'Where shall we go?' }

function meals(selected: string | null): ThreadItem {
  return {
    type: 'widget',
    id: 'wid_meals',
    thread_id: 'thr_1',
    created_at: '2026-01-02T03:04:05Z',
    widget: {
      type: 'ListView',
      children: ['Vegetarian', 'Kosher'].map((meal) => ({
        type: 'ListViewItem',
        key: meal,
        children: [{ type: 'Text', value: meal === selected ? `${meal} (chosen)` : meal }],
        onClickAction: selected ? null : { type: 'support.set_meal_preference', payload: { meal } },
      })),
    },
  } as ThreadItem // null actions come like this from the server
}

/** The front end: the traveller's profile, destination cards, tabs, and the chat. */
function Support() {
  const [seat, setSeat] = useState('unknown')
  const [tab, setTab] = useState<keyof typeof greetings>('overview')
  const refresh = async () => {
    const response = await fetch('/support/customer?thread_id=thr_1')
    setSeat((await response.json()).seat)
  }
  const chatkit = useChatKit({
    api: {
      url: '/support/chatkit',
      domainKey: 'domain_pk_localhost_dev',
      uploadStrategy: { type: 'two_phase' },
    },
    startScreen: { greeting: greetings[tab], prompts: [{ label: `About ${tab}`, prompt: tab, icon: 'lightbulb' }] },
    composer: {
      attachments: {
        enabled: true,
        maxSize: 5 * 1024 * 1024,
        accept: { 'image/*': ['.png', '.jpg', '.jpeg', '.webp'] },
      },
      dictation: { enabled: true },
    },
    threadItemActions: { feedback: false },
    widgets: {
      onAction: async (action, { id }) => {
        await chatkit.sendCustomAction(action, id)
        await refresh()
      },
    },
    onResponseEnd: () => void refresh(),
    onEffect: ({ name, data }) => {
      if (name === 'customer_profile/update') setSeat((data?.profile as { seat: string }).seat)
    },
    onError: ({ error }) => console.error(error),
  })
  const choose = async () => {
    await chatkit.setComposerValue({ text: 'I want to go here', files: [photo] })
    await chatkit.focusComposer()
  }
  return (
    <>
      <p>Seat {seat}</p>
      <button type="button" onClick={choose}>
        Beach
      </button>
      <button type="button" onClick={() => setTab('trips')}>
        Trips
      </button>
      <ChatKit control={chatkit.control} />
    </>
  )
}

const routes = { 'GET /support/customer': () => Response.json({ seat: '14A' }) }

test('a destination card fills text and photo: created, uploaded, shown as a chip, sent by id; the panel is read again at the end', async () => {
  const uploaded: unknown[] = []
  const { server, asked, chat, show } = page('/support/chatkit', {
    ...routes,
    'POST /support/attachments/atc_1/upload': ({ body }) => {
      uploaded.push(body instanceof FormData ? [...body].map(([field, file]) => [field, (file as File).name]) : body)
      return Response.json({ id: 'atc_1', type: 'image', preview_url: 'data:,', upload_descriptor: null })
    },
  })
  server.on('attachments.create', {
    json: {
      type: 'image',
      id: 'atc_1',
      name: 'beach.png',
      mime_type: 'image/png',
      preview_url: 'http://page.test/support/attachments/atc_1/content',
      upload_descriptor: { url: 'http://page.test/support/attachments/atc_1/upload', method: 'POST', headers: {} },
    },
  })
  server.on('threads.create', {
    events: [created(), done(said('m1', 'I want to go here')), done(answered('m2', 'Lovely!'))],
  })
  show(<Support />)
  await vi.waitFor(() => chat().getByText(greetings.overview))
  fireEvent.click(screen.getByRole('button', { name: 'Beach' }))
  const field = await vi.waitFor(() => {
    expect(chat().getByRole('img', { name: 'beach.png' })).toBeTruthy()
    expect(chat().getByRole('button', { name: 'Send' })).toHaveProperty('disabled', false)
    return chat().getByRole('textbox')
  })
  expect(field).toHaveProperty('value', 'I want to go here')
  await vi.waitFor(() => expect(document.querySelector('openai-chatkit')?.shadowRoot?.activeElement).toBe(field))
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(await chat().findByText('Lovely!')).toBeTruthy()
  expect(await screen.findByText('Seat 14A')).toBeTruthy()
  expect(server.requests.map(({ type, params }) => [type, params])).toEqual([
    ['attachments.create', { name: 'beach.png', size: 5, mime_type: 'image/png' }],
    [
      'threads.create',
      {
        input: {
          content: [{ type: 'input_text', text: 'I want to go here' }],
          attachments: ['atc_1'],
          inference_options: {},
        },
      },
    ],
  ])
  expect(uploaded).toEqual([[['file', 'beach.png']]])
  expect(asked).toEqual(['POST /support/attachments/atc_1/upload', 'GET /support/customer'])
})

test('a meal is chosen on the server: the widget says so, the effect with a slash in its name moves the panel', async () => {
  const { server, chat, show } = page('/support/chatkit', {
    'GET /support/customer': () => Response.json({ seat: '15C' }),
  })
  server.on('threads.create', { events: [created(), done(said('m1', 'meal')), done(meals(null))] })
  const chosen = meals('Kosher')
  server.on('threads.custom_action', {
    events: [
      cancellable,
      {
        type: 'thread.item.updated',
        item_id: 'wid_meals',
        update: {
          type: 'widget.root.updated',
          widget: chosen.type === 'widget' ? chosen.widget : { type: 'Card', children: [] },
        },
      },
      done(answered('m2', 'Kosher it is.')),
      { type: 'client_effect', name: 'customer_profile/update', data: { profile: { seat: '15C' } } },
    ],
  })
  show(<Support />)
  fireEvent.click(await vi.waitFor(() => chat().getByRole('button', { name: 'About overview' })))
  fireEvent.click(await chat().findByText('Kosher'))
  expect(await chat().findByText('Kosher it is.')).toBeTruthy()
  expect(await screen.findByText('Seat 15C')).toBeTruthy()
  fireEvent.click(chat().getByText('Kosher (chosen)'))
  fireEvent.click(chat().getByText('Vegetarian'))
  expect(server.requests.map(({ type }) => type)).toEqual(['threads.create', 'threads.custom_action'])
  expect(server.requests[1]?.params).toEqual({
    thread_id: 'thr_1',
    item_id: 'wid_meals',
    action: { type: 'support.set_meal_preference', payload: { meal: 'Kosher' } },
  })
})

test('another tab changes greeting and prompts; too large and wrong files are refused before anything is sent', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { server, chat, show } = page('/support/chatkit', routes)
  show(<Support />)
  const field = await vi.waitFor(() => chat().getByRole('textbox'))
  fireEvent.change(field, { target: { value: 'Half a word' } })
  fireEvent.click(screen.getByRole('button', { name: 'Trips' }))
  expect(await chat().findByText(greetings.trips)).toBeTruthy()
  expect(chat().getByRole('button', { name: 'About trips' })).toBeTruthy()
  expect(field).toHaveProperty('value', 'Half a word')
  for (const [file, why] of [
    [new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'huge.png', { type: 'image/png' }), /larger than 5/],
    [new File(['x'], 'plan.pdf', { type: 'application/pdf' }), /this kind/],
  ] as const) {
    fireEvent.drop(field, { dataTransfer: { types: ['Files'], files: [file] } })
    await vi.waitFor(() => expect(chat().getByRole('alert').textContent).toMatch(why))
  }
  expect(server.requests).toEqual([])
  expect(logged.mock.calls.map(([error]) => error.name)).toEqual(['FileAttachmentError', 'FileAttachmentError'])
})

test('the traveller’s own thread opens with all that was said', async () => {
  const { server, chat, show } = page('/support/chatkit', routes)
  server.on('threads.list', { json: { data: [thread('thr_1', 'Meals')], has_more: false } })
  server.on('threads.get_by_id', {
    json: { ...thread('thr_1', 'Meals'), items: { data: [meals('Kosher')], has_more: false } },
  })
  show(<Support />)
  fireEvent.click(await vi.waitFor(() => chat().getByRole('button', { name: 'History' })))
  fireEvent.click(await chat().findByRole('button', { name: 'Meals' }))
  expect(await chat().findByText('Kosher (chosen)')).toBeTruthy()
})
