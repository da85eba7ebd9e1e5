import type { ChatKitOptions } from '@openai/chatkit'
import { assistantMessage, item, userMessage, type Wire } from './canned-fetch.ts'

/** Options most stories share. */
export const startScreen: NonNullable<ChatKitOptions['startScreen']> = {
  greeting: 'What shall we plan?',
  prompts: [
    { label: 'Find a trail for Sunday', prompt: 'Find me a trail for Sunday', icon: 'compass' },
    { label: 'What should I pack?', prompt: 'What should I pack for a day in the hills?', icon: 'suitcase' },
    { label: 'Quiz me on knots', prompt: 'Quiz me on knots', icon: 'lightbulb' },
  ],
}

export const tools: NonNullable<ChatKitOptions['composer']>['tools'] = [
  { id: 'search', label: 'Search the web', shortLabel: 'Search', icon: 'globe', placeholderOverride: 'Search for…' },
  { id: 'image', label: 'Create an image', shortLabel: 'Image', icon: 'square-image' },
  { id: 'study', label: 'Study and learn', shortLabel: 'Study', icon: 'book-open', pinned: true, persistent: true },
]

export const models: NonNullable<ChatKitOptions['composer']>['models'] = [
  { id: 'quick', label: 'Quick', description: 'Answers at once', default: true },
  { id: 'careful', label: 'Careful', description: 'Thinks longer, for hard questions' },
  { id: 'huge', label: 'Huge', description: 'Not in your plan', disabled: true },
]

export const packingList = `For a day in the hills, pack **light but complete**:

1. Water, at least 1.5 l
2. A map – paper does not run out of battery
3. Rain jacket and a warm layer

| Part | Distance | Climb |
| --- | ---: | ---: |
| Village to hut | 4.2 km | 310 m |
| Hut to ridge | 2.8 km | 420 m |

> The weather on the ridge changes within minutes.

Start the tracker with:

\`\`\`sh
trail start --offline
\`\`\`

It writes to \`~/trails\`. More in the [hiking guide](https://example.com/guide).`

export const citedText = 'The trail is open until October. Dogs are welcome on a lead, and the hut takes no cards.'
export const citations = [
  {
    type: 'annotation',
    index: 32,
    source: {
      type: 'url',
      title: 'Trail conditions, autumn',
      url: 'https://www.hills.example/conditions',
      timestamp: '2026-03-10',
    },
  },
  {
    type: 'annotation',
    index: 88,
    source: { type: 'file', title: 'Hut rules', filename: 'hut-rules.pdf', description: 'Page 2' },
  },
  {
    type: 'annotation',
    index: 88,
    source: { type: 'url', title: 'Lakeside hut', url: 'https://huts.example/lakeside', attribution: 'Huts' },
  },
  {
    type: 'annotation',
    source: { type: 'entity', id: 'hut_1', title: 'Lakeside hut', icon: 'home', interactive: true },
  },
]

export const card: Wire = {
  type: 'Card',
  size: 'md',
  status: { text: 'Lakeside trail', icon: 'compass' },
  children: [
    { type: 'Title', value: 'Sunday, 9 km', size: 'sm' },
    { type: 'Text', value: 'From the village along the lake and up to the ridge. Three and a half hours.' },
    { type: 'Divider' },
    { type: 'Caption', value: 'Easy · dogs welcome' },
  ],
  confirm: { label: 'Plan it', action: { type: 'trail.plan', payload: { id: 'lakeside' } } },
  cancel: { label: 'Another one', action: { type: 'trail.next' } },
}

/** A finished workflow, opened, with every kind of task. */
export const workflow = (state: 'running' | 'done'): Wire =>
  item('wf_1', {
    type: 'workflow',
    workflow: {
      type: 'reasoning',
      expanded: true,
      ...(state === 'done' ? { summary: { duration: 12 } } : {}),
      tasks: [
        {
          type: 'thought',
          status_indicator: 'complete',
          title: 'Understand the question',
          content: 'They want an **easy** trail for Sunday, with a dog.',
        },
        {
          type: 'web_search',
          status_indicator: 'complete',
          title_query: 'Looking for open trails',
          queries: ['trails open in March', 'dog friendly lake trail'],
          sources: [
            { type: 'url', title: 'Trail conditions', url: 'https://www.hills.example/conditions' },
            { type: 'url', title: 'Lake and hills', url: 'https://lake.example' },
          ],
        },
        {
          type: 'file',
          status_indicator: state === 'done' ? 'complete' : 'loading',
          sources: [{ type: 'file', title: 'hut-rules.pdf', filename: 'hut-rules.pdf' }],
        },
        { type: 'custom', status_indicator: 'none', title: 'Compare the climbs', icon: 'chart' },
        { type: 'image', status_indicator: 'none' },
      ],
    },
  })

export const questions = (status: 'pending' | 'answered'): Wire =>
  item('q_1', {
    type: 'structured_input',
    status,
    inputs: [
      {
        type: 'multiple_choice',
        id: 'pace',
        question: 'How fast do you walk?',
        options: [{ value: 'Slowly, with breaks' }, { value: 'Steadily' }, { value: 'Fast' }],
        multiple: false,
        ...(status === 'answered' ? { answer: { values: ['Steadily'], skipped: false } } : {}),
      },
      {
        type: 'multiple_choice',
        id: 'likes',
        question: 'What do you want to see?',
        options: [{ value: 'Water' }, { value: 'Woods' }, { value: 'A view' }],
        multiple: true,
        ...(status === 'answered' ? { answer: { values: ['Water', 'A view'], skipped: false } } : {}),
      },
      {
        type: 'freeform',
        id: 'notes',
        question: 'Anything else?',
        description: 'Company, dogs, trains to catch …',
        ...(status === 'answered' ? { answer: { values: [], skipped: true } } : {}),
      },
    ],
  })

/** A picture without a network. */
export const picture =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 10 10"><rect width="10" height="10" fill="skyblue"/><path d="M0 10 4 3l3 4 1-1 2 4z" fill="seagreen"/></svg>'

/** Packing for the hills: a question and an answer with everything markdown has. */
export const packing: Wire[] = [
  userMessage('m_1', 'What should I pack for a day in the hills? I have a small backpack and a dog.'),
  assistantMessage('m_2', packingList),
]

/** The events of an answer that is being written. */
export const begunAnswer: Wire[] = [
  { type: 'thread.item.done', item: userMessage('m_1', 'What should I pack?') },
  { type: 'stream_options', stream_options: { allow_cancel: true } },
  { type: 'thread.item.added', item: item('m_2', { type: 'assistant_message', content: [] }) },
  update({ type: 'assistant_message.content_part.added', content: { type: 'output_text', text: '', annotations: [] } }),
  update({ type: 'assistant_message.content_part.text_delta', delta: packingList.slice(0, 140) }),
]

function update(fields: Wire): Wire {
  return { type: 'thread.item.updated', item_id: 'm_2', update: { content_index: 0, ...fields } }
}

/** Rows of a history; the dates are counted back from `now`. */
export function threadRows(now: Date): Wire[] {
  const rows: [string, number][] = [
    ['A trail for Sunday', 0],
    ['What to pack for the hills, and what to leave at home on a warm day in spring', 0],
    ['Knots for beginners', 1],
    ['Trains to the lake', 4],
    ['Boots or shoes?', 19],
    ['Winter plans', 70],
  ]
  return rows.map(([title, days], index) => ({
    id: `thr_${index + 1}`,
    title,
    created_at: new Date(now.getTime() - days * 86_400_000).toISOString(),
    status: { type: 'active' },
    metadata: {},
    items: { data: [], has_more: false },
  }))
}
