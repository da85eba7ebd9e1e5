import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  type QuizInput,
  quiz,
  quizDraft,
  quizFailed,
  quizFrench,
  quizPerfect,
  quizSettled,
  quizSingle,
} from 'parlor/widgets/quiz'
import { expect, userEvent } from 'storybook/test'
import { onAction, Shown } from '../kit/shown.tsx'
import { inWidget } from './in-widget.ts'

const meta = {
  title: 'Widgets/Quiz',
  render: (state: QuizInput) => <Shown widget={quiz(state)} />,
} satisfies Meta<QuizInput>

export default meta
type Story = StoryObj<typeof meta>

/** Not answered yet: which choice is right is not in the card. */
export const Open: Story = { args: quizDraft }

export const OneQuestion: Story = { args: quizSingle }

/** Two of three right. */
export const Settled: Story = { args: quizSettled }

export const AllRight: Story = { args: quizPerfect }

/** Nothing right, and one question without an answer. */
export const AllWrong: Story = { args: quizFailed }

export const French: Story = { args: { ...quizDraft, messages: quizFrench } }

/** The choices made travel as one action, with the names of the form. */
export const Submitted: Story = {
  args: quizSingle,
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    await userEvent.click(await card.findByRole('radio', { name: 'Paris' }))
    await userEvent.click(await card.findByRole('button', { name: 'Submit' }))
    await expect(onAction).toHaveBeenCalledWith(
      { type: 'quiz.submit', payload: { id: 'single', answers: { q1: '1' } } },
      expect.objectContaining({ handler: 'server' }),
    )
  },
}
