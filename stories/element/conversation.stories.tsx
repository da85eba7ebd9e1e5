import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { assistantMessage, item, userMessage } from './canned-fetch.ts'
import { begunAnswer, card, citations, citedText, packing, picture } from './scenes.ts'
import { inChat, ShownChat } from './shown-chat.tsx'

const meta = { title: 'Element/Conversation', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const inThread = { initialThread: 'thr_1' }
const ask = {
  begin: (chat: { sendUserMessage(message: { text: string }): unknown }) =>
    chat.sendUserMessage({ text: 'What should I pack?' }),
}

/** Markdown with everything, and the quiet buttons below the last answer. */
export const Answered: Story = {
  args: {
    server: { items: packing, thread: { title: 'What to pack for the hills' } },
    options: { ...inThread, threadItemActions: { feedback: true, retry: true } },
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await expect(await chat.findByRole('table')).toBeVisible()
    await userEvent.click(chat.getByRole('button', { name: 'Good response' }))
    await expect(chat.getByRole('button', { name: 'Good response' })).toHaveAttribute('aria-pressed', 'true')
  },
}

export const Narrow: Story = { args: { ...Answered.args, width: 360 } }

/** In the middle of an answer: Stop stands where Send was. */
export const Streaming: Story = {
  args: { server: { answer: begunAnswer, hold: true }, ...ask },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await expect(await chat.findByText('light but complete')).toBeVisible()
    await expect(chat.getByRole('button', { name: 'Stop' })).toBeEnabled()
  },
}

/** Nothing has come yet. */
export const FirstWait: Story = { args: { server: { answer: begunAnswer.slice(0, 1), hold: true }, ...ask } }

/** The server says what it does. */
export const Progress: Story = {
  args: {
    server: {
      answer: [
        ...begunAnswer.slice(0, 1),
        { type: 'progress_update', text: 'Looking through 40 packing lists', icon: 'search' },
      ],
      hold: true,
    },
    ...ask,
  },
}

export const Widget: Story = {
  args: {
    server: {
      items: [
        userMessage('m_1', 'Find me a trail for Sunday'),
        assistantMessage('m_2', 'This one fits:'),
        item('w_1', { type: 'widget', widget: card, copy_text: 'Lakeside trail, 9 km' }),
      ],
    },
    options: inThread,
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await expect(await chat.findByRole('button', { name: 'Plan it' })).toBeEnabled()
  },
}

/** While an answer runs, what a widget would ask the server waits. */
export const WidgetBlocked: Story = {
  args: {
    server: { items: [item('w_1', { type: 'widget', widget: card })], answer: begunAnswer, hold: true },
    options: inThread,
    begin: async (chat) => {
      await chat.setThreadId('thr_1')
      await chat.sendUserMessage({ text: 'What should I pack?' })
    },
  },
}

/** Quote, attachments and a tag, all of the person's. */
export const UserMessages: Story = {
  args: {
    server: {
      items: [
        userMessage('m_1', 'Is this the view from the hut?\nIt looks steep.', {
          quoted_text: 'The weather on the ridge changes within minutes.',
          attachments: [
            { type: 'file', id: 'atc_1', name: 'hut-rules.pdf', mime_type: 'application/pdf' },
            { type: 'image', id: 'atc_2', name: 'ridge.svg', mime_type: 'image/svg+xml', preview_url: picture },
          ],
        }),
        userMessage('m_2', '', {
          content: [
            { type: 'input_text', text: 'Ask ' },
            { type: 'input_tag', id: 'p_1', text: 'Ada', data: {}, interactive: true },
            { type: 'input_text', text: ' about it.' },
          ],
        }),
      ],
    },
    options: inThread,
  },
}

/** Markers in the text, and everything it rests on below it. */
export const Annotations: Story = {
  args: {
    server: { items: [userMessage('m_1', 'Is the trail open?'), assistantMessage('m_2', citedText, citations)] },
    options: inThread,
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await expect(await chat.findByRole('link', { name: 'hills.example' })).toBeVisible()
    await userEvent.click(chat.getByRole('button', { name: /Sources/ }))
    await expect(chat.getByText('Trail conditions, autumn')).toBeVisible()
  },
}

export const GeneratedImage: Story = {
  args: {
    server: {
      items: [
        userMessage('m_1', 'Draw the ridge'),
        item('g_1', { type: 'generated_image', image: { id: 'img_1', url: picture } }),
      ],
    },
    options: inThread,
  },
}

export const GeneratingImage: Story = {
  args: {
    server: {
      answer: [
        { type: 'thread.item.done', item: userMessage('m_1', 'Draw the ridge') },
        { type: 'thread.item.added', item: item('g_1', { type: 'generated_image' }) },
      ],
      hold: true,
    },
    begin: (chat) => chat.sendUserMessage({ text: 'Draw the ridge' }),
  },
}
