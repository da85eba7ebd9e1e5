import type { Meta, StoryObj } from '@storybook/react-vite'
import { emit, stall } from 'parlor/mock'
import { expect, userEvent } from 'storybook/test'
import { workflow } from './scenes.ts'
import { inChat, ShownChat } from './shown-chat.tsx'
import { assistantMessage, userMessage } from './story-server.ts'

const meta = { title: 'Element/Workflow', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const asked = userMessage('msg_1', 'Find me a trail for Sunday')

/** At work: the task that runs shimmers. */
export const Running: Story = {
  args: {
    server: { answer: [emit({ type: 'thread.item.added', item: workflow('running') }), stall()] },
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
    server: { items: [asked, workflow('done'), assistantMessage('msg_2', 'Take the lakeside trail.')] },
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
