import { fail, onMessage, otherwise, pause, say, script } from 'parlor/mock'
import { toolTurns } from './client-tools.ts'
import { fileTurns } from './files.ts'
import { named } from './named.ts'
import { quizTurns } from './quiz.ts'
import { searchTurns } from './search-progress.ts'
import { textTurns } from './text.ts'

/** What went wrong once works when it is tried again. */
const failed = new Set<string>()

/** Everything that the playground's server can do. */
export const house = script(
  ...fileTurns,
  ...toolTurns,
  ...quizTurns,
  ...searchTurns,
  ...textTurns,
  onMessage(/error/i, (turn) => {
    if (failed.delete(turn.thread.id)) return [say('Fresh tea is here.')]
    failed.add(turn.thread.id)
    return named('No tea', [pause(300), fail('The mountain hut is out of tea.')])(turn)
  }),
  otherwise([
    say(
      'I am scripted, so I know little. Try **search for a way up the Zugspitze**, **quiz me**, **explain widgets**, **tell me a long story**, **switch the theme** or **show me an error**.',
    ),
  ]),
)
