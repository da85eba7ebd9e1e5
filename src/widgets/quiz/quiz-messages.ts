import { z } from 'zod'

/** The quiz's own words, in the state so that each quiz keeps its language; `{right}` and the like are filled in. */
export const quizMessages = z.strictObject({
  submit: z.string().default('Submit'),
  instruction: z.string().default('Choose one answer for each question.'),
  instructionOne: z.string().default('Choose one answer.'),
  count: z.string().default('{total} questions'),
  countOne: z.string().default('1 question'),
  score: z.string().default('{right} of {total} right'),
  right: z.string().default('Right'),
  wrong: z.string().default('Wrong'),
  yourAnswer: z.string().default('Your answer: {answer}'),
  rightAnswer: z.string().default('Right answer: {answer}'),
  noAnswer: z.string().default('No answer'),
})
export type QuizMessages = z.infer<typeof quizMessages>

/** The quiz in French. */
export const quizFrench: QuizMessages = {
  submit: 'Valider',
  instruction: 'Choisissez une réponse par question.',
  instructionOne: 'Choisissez une réponse.',
  count: '{total} questions',
  countOne: '1 question',
  score: '{right} sur {total}',
  right: 'Juste',
  wrong: 'Faux',
  yourAnswer: 'Votre réponse : {answer}',
  rightAnswer: 'Bonne réponse : {answer}',
  noAnswer: 'Sans réponse',
}
