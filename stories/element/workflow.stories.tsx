import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { assistantMessage, userMessage } from './canned-fetch.ts'
import { workflow } from './scenes.ts'
import { inChat, ShownChat } from './shown-chat.tsx'

const meta = { title: 'Element/Workflow', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const asked = userMessage('m_1', 'Find me a trail for Sunday')

/** At work: the task that runs shimmers. */
export const Running: Story = {
  args: {
    server: {
      answer: [
        { type: 'thread.item.done', item: asked },
        { type: 'thread.item.added', item: workflow('running') },
      ],
      hold: true,
    },
    begin: (chat) => chat.sendUserMessage({ text: 'Find me a trail for Sunday' }),
  },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await expect(await chat.findByRole('button', { name: 'Thinking' })).toHaveAttribute('aria-expanded', 'true')
  },
}

/** Done, and opened; one click folds it into its line. */
export const Done: Story = {
  args: {
    server: { items: [asked, workflow('done'), assistantMessage('m_2', 'Take the lakeside trail.')] },
    options: { initialThread: 'thr_1' },
  },
}

export const Folded: Story = {
  args: { ...Done.args },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('button', { name: 'Thought for 12 seconds' }))
    await expect(chat.getByText('Understand the question')).not.toBeVisible()
  },
}
