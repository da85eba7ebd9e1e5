import type { ChatKitOptions } from '@openai/chatkit'
import { Caption, Card, Divider, Text, Title } from 'parlor/kit'
import { emit, type Step, stall } from 'parlor/mock'
import type { Annotation, ItemUpdate, StructuredInput, ThreadItem, ThreadMetadata, Workflow } from 'parlor/protocol'
import { assistantMessage, inThread, userMessage } from './story-server.ts'

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

const packingList = `For a day in the hills, pack **light but complete**:

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

const citedText = 'The trail is open until October. Dogs are welcome on a lead, and the hut takes no cards.'
const citations: Annotation[] = [
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
    source: { type: 'entity', id: 'hut_1', title: 'Lakeside hut', icon: 'home', interactive: true, data: {} },
  },
]

/** An answer with markers in its text, and one source that is only in the list. */
export const cited: ThreadItem = {
  type: 'assistant_message',
  ...inThread('msg_2'),
  content: [{ type: 'output_text', text: citedText, annotations: citations }],
}

/** A card with two buttons, in the thread. */
export const trail: ThreadItem = {
  type: 'widget',
  ...inThread('msg_3'),
  copy_text: 'Lakeside trail, 9 km',
  widget: Card({
    size: 'md',
    status: { text: 'Lakeside trail', icon: 'compass' },
    children: [
      Title({ value: 'Sunday, 9 km', size: 'sm' }),
      Text({ value: 'From the village along the lake and up to the ridge. Three and a half hours.' }),
      Divider({}),
      Caption({ value: 'Easy · dogs welcome' }),
    ],
    confirm: { label: 'Plan it', action: { type: 'trail.plan', payload: { id: 'lakeside' } } },
    cancel: { label: 'Another one', action: { type: 'trail.next' } },
  }),
}

const tasks = (running: boolean): Workflow['tasks'] => [
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
    status_indicator: running ? 'loading' : 'complete',
    sources: [{ type: 'file', title: 'hut-rules.pdf', filename: 'hut-rules.pdf' }],
  },
  { type: 'custom', status_indicator: 'none', title: 'Compare the climbs', icon: 'chart' },
  { type: 'image', status_indicator: 'none' },
]

/** A workflow with every kind of task, at work or finished and left open. */
export const workflow = (state: 'running' | 'done'): ThreadItem => ({
  type: 'workflow',
  ...inThread('wf_1'),
  workflow: {
    type: 'reasoning',
    expanded: true,
    tasks: tasks(state === 'running'),
    ...(state === 'done' ? { summary: { duration: 12 } } : {}),
  },
})

/** Three questions; with answers, they are settled. */
export function questions(answers: readonly (readonly string[])[] | null): ThreadItem {
  const inputs: StructuredInput[] = [
    {
      type: 'multiple_choice',
      id: 'pace',
      question: 'How fast do you walk?',
      options: [{ value: 'Slowly, with breaks' }, { value: 'Steadily' }, { value: 'Fast' }],
      multiple: false,
    },
    {
      type: 'multiple_choice',
      id: 'likes',
      question: 'What do you want to see?',
      options: [{ value: 'Water' }, { value: 'Woods' }, { value: 'A view' }],
      multiple: true,
    },
    {
      type: 'freeform',
      id: 'notes',
      question: 'Anything else?',
      description: 'Company, dogs, trains to catch …',
    },
  ]
  const answered = inputs.map((input, index) => {
    const values = [...(answers?.[index] ?? [])]
    return { ...input, answer: { values, skipped: values.length === 0 } }
  })
  return {
    type: 'structured_input',
    ...inThread('msg_4'),
    status: answers === null ? 'pending' : 'answered',
    inputs: answers === null ? inputs : answered,
  }
}

/** A picture without a network. */
export const picture =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 10 10"><rect width="10" height="10" fill="skyblue"/><path d="M0 10 4 3l3 4 1-1 2 4z" fill="seagreen"/></svg>'

/** Packing for the hills: a question, and an answer with everything markdown has. */
export const packing: ThreadItem[] = [
  userMessage('msg_1', 'What should I pack for a day in the hills? I have a small backpack and a dog.'),
  assistantMessage('msg_2', packingList),
]

const update = (change: ItemUpdate): Step => emit({ type: 'thread.item.updated', item_id: 'msg_2', update: change })

/** An answer that stops in the middle of a list. */
export const begunAnswer: Step[] = [
  emit({
    type: 'thread.item.added',
    item: { type: 'assistant_message', ...inThread('msg_2'), content: [] },
  }),
  update({
    type: 'assistant_message.content_part.added',
    content_index: 0,
    content: { type: 'output_text', text: '', annotations: [] },
  }),
  update({
    type: 'assistant_message.content_part.text_delta',
    content_index: 0,
    delta: packingList.slice(0, 140),
  }),
  stall(),
]

/** Rows of a history; the dates are counted back from `now`. */
export function threadRows(now: Date): ThreadMetadata[] {
  const rows = [
    ['A trail for Sunday', 0],
    ['What to pack for the hills, and what to leave at home on a warm day in spring', 0],
    ['Knots for beginners', 1],
    ['Trains to the lake', 4],
    ['Boots or shoes?', 19],
    ['Winter plans', 70],
  ] as const
  return rows.map(([title, days], index) => ({
    id: `thr_${index + 1}`,
    title,
    created_at: new Date(now.getTime() - days * 86_400_000).toISOString(),
    status: { type: 'active' },
    metadata: {},
  }))
}
