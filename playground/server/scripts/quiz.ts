import { onMessage, pause, type ScriptEntry, say, show } from 'parlor/mock'
import { quiz, quizActions, quizDraft } from 'parlor/widgets/quiz'
import { named } from './named.ts'

/** A quiz that the server grades; the actions are the widget's own. */
export const quizTurns = [
  onMessage(
    /quiz/i,
    named('Quiz on capitals', [
      say('Three questions. Take your time, I will grade them.'),
      pause(200),
      show(quiz, quizDraft),
    ]),
  ),
  ...quizActions(),
] satisfies ScriptEntry[]
