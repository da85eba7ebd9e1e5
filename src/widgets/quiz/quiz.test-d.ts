import { expectTypeOf, test } from 'vitest'
import type { ActionConfig, ActionHandler, WidgetRoot } from '../../define/index.ts'
import { gradeQuiz, type QuizInput, type QuizState, quiz, quizActions, quizDraft, quizSubmit } from './index.ts'

test('props come from the schema', () => {
  expectTypeOf(quiz).parameter(0).toEqualTypeOf<QuizInput>()
  expectTypeOf(quiz(quizDraft)).toEqualTypeOf<WidgetRoot>()
  expectTypeOf<QuizState['given']>().toEqualTypeOf<(number | null)[] | null>()
  // @ts-expect-error a misspelt field is caught in the editor
  quiz({ ...quizDraft, titel: '' })
  // @ts-expect-error a question without choices
  quiz({ ...quizDraft, questions: [{ question: '', answer: 0 }] })
})

test('the action knows its payload and its answers', () => {
  expectTypeOf(quizSubmit({ id: 'a' })).toExtend<ActionConfig>()
  expectTypeOf(quizSubmit.parse).returns.toEqualTypeOf<{ id: string; answers: Record<string, number> }>()
  expectTypeOf(gradeQuiz).returns.toEqualTypeOf<QuizState>()
  expectTypeOf(quizActions()).toEqualTypeOf<ActionHandler[]>()
})
