import type { Meta, StoryObj } from '@storybook/react-vite'
import { fail, notice } from 'parlor/mock'
import { expect } from 'storybook/test'
import { packing } from './scenes.ts'
import { inChat, ShownChat, seen } from './shown-chat.tsx'

const meta = { title: 'Element/States', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const ask = {
  begin: (chat: { sendUserMessage(message: { text: string }): unknown }) =>
    chat.sendUserMessage({ text: 'What should I pack?' }),
}

/** The answer failed, and can be asked for again. */
export const ErrorWithRetry: Story = {
  args: { server: { answer: [fail()] }, ...ask },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('alert'))
    await expect(chat.getByRole('button', { name: 'Retry' })).toBeEnabled()
  },
}

/** The server's own words, with no way to try again. */
export const ErrorForGood: Story = {
  args: { server: { answer: [fail('Ask about trails only, please.', { retry: false })] }, ...ask },
}

/** One notice of each level. */
export const Notices: Story = {
  args: {
    server: {
      answer: [
        notice('You have **3 answers** left today.', { title: 'Quota' }),
        notice('Storms on the ridge from noon.', { level: 'warning' }),
        notice('The bridge is out. [Details](https://example.com)', { level: 'danger', title: 'Trail closed' }),
      ],
    },
    ...ask,
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('note', { name: 'Warning' }))
  },
}

/** Nothing can be written for now, and the field says why. */
export const Locked: Story = {
  args: {
    server: { items: packing, thread: { status: { type: 'locked', reason: 'A colleague takes over in a minute' } } },
    options: { initialThread: 'thr_1' },
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await expect(await chat.findByPlaceholderText('A colleague takes over in a minute')).toBeDisabled()
  },
}

/** Nothing will be written any more. */
export const Closed: Story = {
  args: {
    server: { items: packing, thread: { status: { type: 'closed' } } },
    options: { initialThread: 'thr_1' },
  },
}

/** A thread on its way. */
export const LoadingThread: Story = {
  args: { server: { waiting: ['threads.get_by_id'] }, options: { initialThread: 'thr_1' } },
}

export const FailedThread: Story = {
  args: { server: { failing: ['threads.get_by_id'] }, options: { initialThread: 'thr_1' } },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByText('This chat could not be loaded.'))
  },
}
