export { gradeQuiz, type QuizScore, quizActions, quizScore } from './grade-quiz.ts'
export { quizDraft, quizFailed, quizPerfect, quizSettled, quizSingle } from './quiz.sample.ts'
export {
  type QuizInput,
  type QuizQuestion,
  type QuizState,
  quiz,
  quizQuestion,
  quizState,
  quizSubmit,
} from './quiz.tsx'
export { type QuizMessages, quizFrench, quizMessages } from './quiz-messages.ts'
