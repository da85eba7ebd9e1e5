import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent } from 'storybook/test'
import { begunAnswer } from './scenes.ts'
import { inChat, ShownChat, seen } from './shown-chat.tsx'

const meta = { title: 'Element/Start', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

/** A greeting, starter prompts, and nothing else. */
export const Greeting: Story = {
  args: { options: { disclaimer: { text: 'The guide can be wrong. [Check](https://example.com) what matters.' } } },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await seen(chat.findByRole('heading', { name: 'What shall we plan?' }))
  },
}

/** What an element without any options of its own shows. */
export const Bare: Story = { args: { options: { startScreen: {} } } }

export const Narrow: Story = { args: { width: 360 } }

/** Buttons of the host at both ends, and a title that does not change. */
export const HostHeader: Story = {
  args: {
    options: {
      header: {
        title: { text: 'Trail guide' },
        leftAction: { icon: 'sidebar-left', onClick: () => {} },
        rightAction: { icon: 'close', onClick: () => {} },
      },
    },
  },
}

/** A prompt is sent at once. */
export const PromptSent: Story = {
  args: { server: { answer: begunAnswer } },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('button', { name: 'What should I pack?' }))
    await seen(chat.findByText('light but complete'))
  },
}
