import { type ActionHandler, on } from '../../define/index.ts'
import { fieldOf, type QuizState, quiz, quizSubmit } from './quiz.tsx'

/** How a graded quiz went. */
export interface QuizScore {
  right: number
  total: number
}

/** The quiz with the answers of a form in it: graded, and settled for good. A quiz that is settled already stays as it is. */
export function gradeQuiz(state: QuizState, answers: Readonly<Record<string, number>>): QuizState {
  if (state.given) return state
  const given = state.questions.map(({ choices }, index) => {
    const field = fieldOf(index)
    const choice = Object.hasOwn(answers, field) ? answers[field] : undefined
    return choice !== undefined && choice < choices.length ? choice : null
  })
  return { ...state, given }
}

/** How many questions are right; null before the quiz is graded. */
export function quizScore({ questions, given }: QuizState): QuizScore | null {
  if (!given) return null
  return { right: questions.filter(({ answer }, index) => given[index] === answer).length, total: questions.length }
}

/** What a server does with quizzes: grades the first submit, and leaves a settled quiz alone. */
export function quizActions(): ActionHandler[] {
  return [
    on(quizSubmit, async ({ input, state, update }) => {
      const before = quiz.parse(state)
      const after = gradeQuiz(before, input.answers)
      if (input.id === before.id && after !== before) await update(after)
    }),
  ]
}
