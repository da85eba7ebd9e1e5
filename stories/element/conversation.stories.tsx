import type { Meta, StoryObj } from '@storybook/react-vite'
import { emit, progress, stall } from 'parlor/mock'
import { expect, userEvent } from 'storybook/test'
import { begunAnswer, cited, packing, picture, trail } from './scenes.ts'
import { inChat, ShownChat, seen } from './shown-chat.tsx'
import { assistantMessage, inThread, userMessage } from './story-server.ts'

const meta = { title: 'Element/Conversation', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const opened = { initialThread: 'thr_1' }
const ask = {
  begin: (chat: { sendUserMessage(message: { text: string }): unknown }) =>
    chat.sendUserMessage({ text: 'What should I pack?' }),
}

/** Markdown with everything, and the quiet buttons below the last answer. */
export const Answered: Story = {
  args: {
    server: { items: packing, thread: { title: 'What to pack for the hills' } },
    options: { ...opened, threadItemActions: { feedback: true, retry: true } },
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('table'))
    await userEvent.click(chat.getByRole('button', { name: 'Good response' }))
    await expect(chat.getByRole('button', { name: 'Good response' })).toHaveAttribute('aria-pressed', 'true')
  },
}

export const Narrow: Story = { args: { ...Answered.args, width: 360 } }

/** In the middle of an answer: Stop stands where Send was. */
export const Streaming: Story = {
  args: { server: { answer: begunAnswer }, ...ask },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByText('light but complete'))
    await expect(chat.getByRole('button', { name: 'Stop' })).toBeEnabled()
  },
}

/** Nothing has come yet. */
export const FirstWait: Story = { args: { server: { answer: [stall()] }, ...ask } }

/** The server says what it does. */
export const Progress: Story = {
  args: { server: { answer: [progress('Looking through 40 packing lists', 'search'), stall()] }, ...ask },
}

export const Widget: Story = {
  args: {
    server: {
      items: [userMessage('msg_1', 'Find me a trail for Sunday'), assistantMessage('msg_2', 'This one fits:'), trail],
    },
    options: opened,
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await expect(await chat.findByRole('button', { name: 'Plan it' })).toBeEnabled()
  },
}

/** While an answer runs, what a widget would ask the server waits. */
export const WidgetBlocked: Story = {
  args: {
    server: { items: [trail], answer: begunAnswer },
    options: opened,
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
        userMessage('msg_1', 'Is this the view from the hut?\nIt looks steep.', {
          quoted_text: 'The weather on the ridge changes within minutes.',
          attachments: [
            { type: 'file', id: 'atc_1', name: 'hut-rules.pdf', mime_type: 'application/pdf' },
            { type: 'image', id: 'atc_2', name: 'ridge.svg', mime_type: 'image/svg+xml', preview_url: picture },
          ],
        }),
        userMessage('msg_2', '', {
          content: [
            { type: 'input_text', text: 'Ask ' },
            { type: 'input_tag', id: 'p_1', text: 'Ada', data: {}, interactive: true },
            { type: 'input_text', text: ' about it.' },
          ],
        }),
      ],
    },
    options: opened,
  },
}

/** Markers in the text, and everything it rests on below it. */
export const Annotations: Story = {
  args: {
    server: { items: [userMessage('msg_1', 'Is the trail open?'), cited] },
    options: opened,
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('link', { name: 'hills.example' }))
    await userEvent.click(chat.getByRole('button', { name: /Sources/ }))
    await seen(chat.findByText('Trail conditions, autumn'))
  },
}

export const GeneratedImage: Story = {
  args: {
    server: {
      items: [
        userMessage('msg_1', 'Draw the ridge'),
        { type: 'generated_image', ...inThread('msg_2'), image: { id: 'img_1', url: picture } },
      ],
    },
    options: opened,
  },
}

export const GeneratingImage: Story = {
  args: {
    server: {
      answer: [emit({ type: 'thread.item.added', item: { type: 'generated_image', ...inThread('msg_2') } }), stall()],
    },
    begin: (chat) => chat.sendUserMessage({ text: 'Draw the ridge' }),
  },
}
