import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { questions } from './scenes.ts'
import { inChat, ShownChat, write } from './shown-chat.tsx'
import { assistantMessage, userMessage } from './story-server.ts'

const meta = { title: 'Element/Questions', component: ShownChat } satisfies Meta<typeof ShownChat>

export default meta
type Story = StoryObj<typeof meta>

const before = [userMessage('msg_1', 'Find me a trail for Sunday'), assistantMessage('msg_2', 'A few questions first.')]
const options = { initialThread: 'thr_1' }

/** The questions stand where the message field was. */
export const Asked: Story = {
  args: { server: { items: [...before, questions(null)] }, options },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('radio', { name: 'Steadily' }))
    await expect(chat.getByRole('button', { name: 'Next' })).toBeEnabled()
    await expect(chat.queryByRole('textbox', { name: 'Message' })).toBe(null)
  },
}

/** Several answers, and one of one's own. */
export const SecondQuestion: Story = {
  args: { ...Asked.args },
  play: async ({ canvasElement }) => {
    const chat = await inChat(canvasElement)
    await userEvent.click(await chat.findByRole('button', { name: 'Skip' }))
    await userEvent.click(await chat.findByRole('checkbox', { name: 'Water' }))
    write(chat.getByRole('textbox', { name: 'Another answer' }), 'Cows')
    await expect(chat.getByText('Question 2 of 3')).toBeVisible()
  },
}

/** What was answered stays in the conversation. */
export const Answered: Story = {
  args: {
    server: {
      items: [
        ...before,
        questions([['Steadily'], ['Water', 'A view'], []]),
        assistantMessage('msg_5', 'Then the lakeside trail it is.'),
      ],
    },
    options,
  },
}
