import { gradeQuiz } from './grade-quiz.ts'
import { type QuizInput, type QuizState, quiz } from './quiz.tsx'

/** Three questions, not answered yet. */
export const quizDraft: QuizInput = {
  id: 'capitals',
  title: 'Capitals of Europe',
  questions: [
    {
      question: 'What is the capital of France?',
      choices: ['Lyon', 'Paris', 'Marseille'],
      answer: 1,
      explanation: 'Paris has been the seat of government for most of the time since 987.',
    },
    {
      question: 'Which city is the capital of Switzerland?',
      choices: ['Zürich', 'Geneva', 'Bern', 'Basel'],
      answer: 2,
      explanation: 'The Federal City is Bern; Zürich is merely the largest.',
    },
    { question: 'Through which capital does the Vistula flow?', choices: ['Warsaw', 'Prague', 'Vienna'], answer: 0 },
  ],
}

/** One question, not answered yet. */
export const quizSingle: QuizInput = { id: 'single', title: 'Quick check', questions: quizDraft.questions.slice(0, 1) }

/** Two right, one wrong. */
export const quizSettled: QuizState = gradeQuiz(quiz.parse(quizDraft), { q1: 1, q2: 0, q3: 0 })

/** All right. */
export const quizPerfect: QuizState = gradeQuiz(quiz.parse(quizDraft), { q1: 1, q2: 2, q3: 0 })

/** Nothing right, one question left out. */
export const quizFailed: QuizState = gradeQuiz(quiz.parse(quizDraft), { q1: 0, q2: 1 })
