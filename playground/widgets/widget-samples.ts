import type { WidgetRoot } from 'parlor/kit'
import { quiz, quizDraft, quizFailed, quizPerfect, quizSettled, quizSingle } from 'parlor/widgets/quiz'
import {
  searchDone,
  searchEmpty,
  searchFailed,
  searchProgress,
  searchStart,
  searchStep1,
  searchStep2,
  searchTwo,
} from 'parlor/widgets/search-progress'

export interface Sample {
  name: string
  /** The card in each of its states, by the state's name. */
  states: Record<string, WidgetRoot>
}

/** The ready widgets, in the states of their samples. */
export const widgetSamples: readonly Sample[] = [
  {
    name: 'Quiz',
    states: {
      open: quiz(quizDraft),
      'one question': quiz(quizSingle),
      settled: quiz(quizSettled),
      'all right': quiz(quizPerfect),
      'all wrong': quiz(quizFailed),
    },
  },
  {
    name: 'Search progress',
    states: {
      start: searchProgress(searchStart),
      'one result': searchProgress(searchStep1),
      'three results': searchProgress(searchStep2),
      done: searchProgress(searchDone),
      failed: searchProgress(searchFailed),
      empty: searchProgress(searchEmpty),
      'two queries': searchProgress(searchTwo),
    },
  },
]
