// @vitest-environment happy-dom
import type { Entity } from '@openai/chatkit'
import { ChatKit, useChatKit } from '@openai/chatkit-react'
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { ThreadItem } from '../../protocol/index.ts'
import { added, answered, called, cancellable, created, done, said, thread } from '../chat/testing/samples.ts'
import { page } from '../testing/page.tsx'

const stations: Entity[] = [
  {
    id: 'nova',
    title: 'Nova',
    group: 'Stations',
    icon: 'map-pin',
    interactive: true,
    data: { station_id: 'nova', line: 'red' },
  },
  { id: 'orbit', title: 'Orbit', group: 'Stations', icon: 'map-pin', interactive: true, data: { station_id: 'orbit' } },
]
const nova = {
  type: 'input_tag' as const,
  id: 'nova',
  text: 'Nova',
  group: 'Stations',
  interactive: true,
  data: { station_id: 'nova' },
}
function lineSelector(selected: boolean): ThreadItem {
  return {
    type: 'widget',
    id: 'wid_line',
    thread_id: 'thr_1',
    created_at: '2026-01-02T03:04:05Z',
    widget: {
      type: 'ListView',
      children: [
        {
          type: 'ListViewItem',
          key: 'red',
          gap: 5,
          children: [
            { type: 'Box', size: 25, radius: 'full', background: '#d22' },
            { type: 'Text', value: 'Red line' },
            ...(selected ? [{ type: 'Icon', name: 'check' }] : []),
          ],
          onClickAction: selected ? null : { type: 'line.select', payload: { id: 'red' } },
        },
      ],
    },
  } as ThreadItem // null actions come like this from the server
}

/** The front end: a map that is locked while the assistant works, a theme toggle in the chat's header, and the chat. */
function Metro({ told }: { told: string[] }) {
  const [locked, setLocked] = useState(false)
  const [scheme, setScheme] = useState<'light' | 'dark'>('light')
  const [selected, setSelected] = useState<string[]>([])
  const [focused, setFocused] = useState('none')
  const focus = ({ id, data }: Entity) => setFocused(data?.station_id ?? id)
  const chatkit = useChatKit({
    api: { url: '/chatkit', domainKey: 'domain_pk_localhost_dev' },
    theme: {
      colorScheme: scheme,
      radius: 'round',
      color: {
        accent: { primary: '#0a84ff', level: 1 },
        ...(scheme === 'dark' ? { surface: { background: '#101216', foreground: '#181b20' } } : {}),
      },
    },
    header: {
      title: { enabled: false },
      rightAction: {
        icon: scheme === 'dark' ? 'light-mode' : 'dark-mode',
        onClick: () => setScheme(scheme === 'dark' ? 'light' : 'dark'),
      },
    },
    startScreen: {
      greeting: selected.length > 1 ? 'Between these two?' : 'Where to?',
      prompts: [
        {
          label: 'Plan a route',
          prompt: [{ type: 'input_text', text: 'From ' }, nova, { type: 'input_text', text: ' to Orbit' }],
        },
      ],
    },
    entities: { onTagSearch: async () => stations, onClick: focus },
    threadItemActions: { feedback: false },
    onClientTool: ({ name }): Record<string, unknown> => {
      if (name === 'get_selected_stations') return { stationIds: selected }
      return undefined as never // as the app does for names it does not know
    },
    onEffect: ({ name, data }) => told.push(`${name} ${JSON.stringify(data)}`),
    onResponseStart: () => {
      told.push('lock')
      setLocked(true)
    },
    onResponseEnd: () => {
      told.push('unlock')
      setLocked(false)
    },
    onThreadChange: ({ threadId }) => told.push(`thread ${threadId}`),
    onError: ({ error }) => told.push(error.name),
  })
  const addStation = async () => {
    await fetch('/map', { method: 'POST', body: '{}' })
    await chatkit.sendUserMessage({ text: 'I added a station', newThread: true })
  }
  return (
    <>
      <p role="note" aria-busy={locked}>
        {focused}
      </p>
      <button type="button" onClick={() => setSelected(['nova', 'orbit'])}>
        Select two
      </button>
      <button type="button" onClick={addStation}>
        Add
      </button>
      <ChatKit control={chatkit.control} />
    </>
  )
}

test.each([
  ['the stations on the map', 'get_selected_stations', { stationIds: ['nova', 'orbit'] }],
  ['nothing, for a tool the page does not know', 'other_tool', null],
])('a client tool is one lock and one unlock over two streams; the server gets %s', async (_, tool, result) => {
  const told: string[] = []
  const { server, chat, show } = page('/chatkit')
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  server.on('threads.create', {
    events: [
      created(),
      done(said('m1', 'route')),
      cancellable,
      { type: 'progress_update', text: 'Looking at the map', icon: 'map-pin' },
      done(called('t1', tool)),
    ],
  })
  server.on('threads.add_client_tool_output', async () => {
    await held
    return { events: [cancellable, added(answered('m2', '')), done(answered('m2', 'Take the red line.'))] }
  })
  show(<Metro told={told} />)
  await vi.waitFor(() => chat().getByText('Where to?'))
  fireEvent.click(screen.getByRole('button', { name: 'Select two' }))
  await chat().findByText('Between these two?')
  fireEvent.click(chat().getByRole('button', { name: 'Plan a route' }))
  await server.asked('threads.add_client_tool_output')
  expect(await chat().findByText('Looking at the map')).toBeTruthy() // while the tool's answer is on its way
  expect(screen.getByRole('note').getAttribute('aria-busy')).toBe('true')
  answer()
  expect(await chat().findByText('Take the red line.')).toBeTruthy()
  await vi.waitFor(() => expect(screen.getByRole('note').getAttribute('aria-busy')).toBe('false'))
  expect(chat().queryByText('Looking at the map')).toBe(null)
  expect(told).toEqual(['lock', 'thread thr_1', 'unlock'])
  expect(server.requests.map(({ params }) => params)).toEqual([
    {
      input: {
        content: [{ type: 'input_text', text: 'From ' }, nova, { type: 'input_text', text: ' to Orbit' }],
        attachments: [],
        inference_options: {},
      },
    },
    { thread_id: 'thr_1', result },
  ])
})

test('a line is chosen: the widget is replaced, its effect comes before the unlock; an error unlocks too', async () => {
  const told: string[] = []
  const { server, chat, show } = page('/chatkit')
  server.on('threads.create', { events: [created(), done(said('m1', 'line')), done(lineSelector(false))] })
  server.on('threads.custom_action', {
    events: [
      cancellable,
      { type: 'thread.item.replaced', item: lineSelector(true) },
      done(answered('m2', 'At its beginning or its end?')),
      { type: 'client_effect', name: 'location_select_mode', data: { lineId: 'red' } },
    ],
  })
  server.on('threads.add_user_message', {
    events: [done(said('m3', 'end')), { type: 'error', code: 'stream.error', allow_retry: true }],
  })
  show(<Metro told={told} />)
  fireEvent.click(await vi.waitFor(() => chat().getByRole('button', { name: 'Plan a route' })))
  fireEvent.click(await chat().findByText('Red line'))
  expect(await chat().findByText('At its beginning or its end?')).toBeTruthy()
  await vi.waitFor(() => expect(told.at(-1)).toBe('unlock'))
  fireEvent.click(chat().getByText('Red line'))
  fireEvent.change(chat().getByRole('textbox'), { target: { value: 'end' } })
  fireEvent.keyDown(chat().getByRole('textbox'), { key: 'Enter' })
  expect(await chat().findByRole('alert')).toBeTruthy()
  await vi.waitFor(() => expect(told.filter((line) => line === 'unlock')).toHaveLength(3))
  expect(told).toEqual([
    'lock',
    'thread thr_1',
    'unlock',
    'lock',
    'location_select_mode {"lineId":"red"}',
    'unlock',
    'lock',
    'StreamError',
    'unlock',
  ])
  expect(server.requests.map(({ type }) => type)).toEqual([
    'threads.create',
    'threads.custom_action',
    'threads.add_user_message',
  ])
})

test('markers of a route and tags of a message lead to the map; the header has a toggle and no title; a new station is a new thread', async () => {
  const told: string[] = []
  const { server, asked, chat, show } = page('/chatkit', { 'POST /map': () => Response.json({}) })
  const route: ThreadItem = {
    type: 'assistant_message',
    id: 'm2',
    thread_id: 'thr_1',
    created_at: '2026-01-02T03:04:05Z',
    content: [
      {
        type: 'output_text',
        text: 'Start at Orbit.',
        annotations: [
          {
            type: 'annotation',
            index: 14,
            source: {
              type: 'entity',
              id: 'orbit',
              icon: 'map-pin',
              title: 'Orbit',
              description: 'Two platforms',
              interactive: true,
              label: 'Station',
              data: { station_id: 'orbit' },
            },
          },
        ],
      },
    ],
  }
  const tagged: ThreadItem = {
    ...said('m1', ''),
    type: 'user_message',
    content: [{ type: 'input_tag', id: 'nova', text: 'Nova', data: { station_id: 'nova' }, interactive: true }],
    attachments: [],
    inference_options: {},
  }
  server.on(
    'threads.create',
    { events: [created(), done(tagged), done(route), { type: 'thread.updated', thread: thread('thr_1', 'A route') }] },
    {
      events: [
        created('thr_2'),
        done(said('m8', 'I added a station', 'thr_2')),
        done(answered('m9', 'Noted.', 'thr_2')),
      ],
    },
  )
  show(<Metro told={told} />)
  fireEvent.click(await vi.waitFor(() => chat().getByRole('button', { name: 'Plan a route' })))
  await vi.waitFor(() => expect(told.at(-1)).toBe('unlock'))
  fireEvent.click(await chat().findByRole('button', { name: 'Nova' }))
  expect(screen.getByRole('note').textContent).toBe('nova')
  const markers = await chat().findAllByRole('link', { name: 'Orbit' })
  fireEvent.click(markers[0] ?? document.body)
  expect(screen.getByRole('note').textContent).toBe('orbit')
  expect(chat().queryByRole('heading', { name: 'A route' })).toBe(null)

  fireEvent.click(chat().getByRole('button', { name: 'dark mode' }))
  expect(await chat().findByRole('button', { name: 'light mode' })).toBeTruthy()
  expect(document.querySelector<HTMLElement>('openai-chatkit')?.dataset.colorScheme).toBe('dark')
  expect(chat().getByRole('button', { name: 'Nova' })).toBeTruthy()

  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(await chat().findByText('Noted.')).toBeTruthy()
  expect(chat().queryByRole('button', { name: 'Nova' })).toBe(null)
  expect(asked).toEqual(['POST /map'])
  await vi.waitFor(() =>
    expect(told).toEqual(['lock', 'thread thr_1', 'unlock', 'thread null', 'lock', 'thread thr_2', 'unlock']),
  )
})
