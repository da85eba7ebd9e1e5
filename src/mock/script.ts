import type { ActionHandler } from '../actions/index.ts'
import { ParlorError } from '../errors.ts'
import { type ActionCall, type SyncActionCall, type Turn, userError } from '../server/index.ts'
import { checkSteps } from './check-steps.ts'
import { type Clock, realClock } from './clock.ts'
import { describePattern, matches, type Prompt, type ScriptEntry, type StepsFrom, type TurnEntry } from './entries.ts'
import { playSteps } from './play-steps.ts'
import type { Step } from './steps.ts'

/** How a script goes by time. */
export interface Timing {
  clock?: Clock
  /** Time between two words of `say`, in ms; 15 unless told otherwise. */
  pace?: number
}

/** What a chat server needs of a script: `createChatServer({ store, ...script(…) })`. */
export interface Script {
  respond(turn: Turn): Promise<void>
  actions: ActionHandler<ActionCall>[]
  syncActions: ActionHandler<SyncActionCall>[]
  /** Starter prompts, one for each message that has one. */
  prompts: Prompt[]
  /** The same script, by another time. */
  timed(timing: Timing): Script
}

/**
 * A server's side of a chat as plain values.
 *
 * @example
 * export const lesson = script(
 *   onMessage(/quiz/i, [say('Here is one.'), pause(200), show(quiz, capitals)]),
 *   on(quizAnswer, ({ input }) => [say(input.choice === 'Paris' ? 'Right!' : 'Look again.')]), // or handlers(quiz, { … })
 * )
 */
export function script(...entries: readonly (ScriptEntry | readonly ScriptEntry[])[]): Script {
  return timedScript(entries.flat(), {})
}

function timedScript(entries: readonly ScriptEntry[], timing: Timing): Script {
  const { clock = realClock, pace = 15 } = timing
  const turns = entries.filter((entry) => 'kind' in entry)
  const handlers = entries.filter((entry) => 'action' in entry)

  return {
    async respond(turn) {
      const { steps, at } = await findSteps(turns, turn)
      await playSteps(checkSteps(steps, at), { turn, clock, pace, signal: turn.signal })
    },
    actions: handlers.map(({ action, handler }) => ({
      action,
      async handler(call: ActionCall) {
        const steps = checkSteps(await handler(call), `on(${action.type})`)
        await playSteps(steps, { turn: call.turn, widget: call, clock, pace, signal: call.signal })
      },
    })),
    syncActions: handlers.map(({ action, handler }) => ({
      action,
      async handler(call: SyncActionCall) {
        const steps = checkSteps(await handler(withoutTurn(call, action.type)), `on(${action.type})`, { sync: true })
        await playSteps(steps, { widget: call, clock, pace, signal: call.signal })
      },
    })),
    prompts: turns.flatMap((entry) => (entry.kind === 'message' && entry.prompt ? [entry.prompt] : [])),
    timed: (next) => timedScript(entries, { ...timing, ...next }),
  }
}

/** What a turn goes on with: the first entry that fits what it answers to. */
async function findSteps(entries: readonly TurnEntry[], turn: Turn): Promise<{ steps: unknown; at: string }> {
  const { toolResult, answered } = turn
  for (const entry of entries) {
    switch (entry.kind) {
      case 'tool':
        if (toolResult?.tool !== entry.tool) break
        return { steps: await made(entry.steps, { ...toolResult, turn }), at: `onToolResult('${entry.tool}')` }
      case 'answers':
        if (answered) return { steps: await made(entry.steps, { item: answered, turn }), at: 'onAnswers' }
        break
      case 'message':
        if (!turn.message || !matches(entry.pattern, turn.text, turn)) break
        return { steps: await made(entry.steps, turn), at: `onMessage(${describePattern(entry.pattern)})` }
      case 'otherwise':
        break
      default:
        entry satisfies never
    }
  }
  const other = entries.find((entry) => entry.kind === 'otherwise')
  if (other && turn.message) return { steps: await made(other.steps, turn), at: 'otherwise' }
  throw userError(nothingFits(entries, turn))
}

function made<Given>(
  steps: StepsFrom<Given>,
  given: Given,
): readonly Step[] | undefined | Promise<readonly Step[] | undefined> {
  return typeof steps === 'function' ? steps(given) : steps
}

/** Told in the chat itself, where whoever writes the script is looking. */
function nothingFits(entries: readonly TurnEntry[], { message, text, toolResult }: Turn): string {
  if (toolResult) return `The script has no onToolResult('${toolResult.tool}')`
  if (!message) return 'The script has no onAnswers'
  const patterns = entries.flatMap((entry) => (entry.kind === 'message' ? [describePattern(entry.pattern)] : []))
  return `No turn of the script fits “${text}”. It has ${patterns.join(', ') || 'none'}`
}

/** A handler is written for a turn; on a synchronous action it finds out that there is none only when it asks for it. */
function withoutTurn(call: SyncActionCall, type: string): ActionCall {
  return Object.defineProperty({ ...call }, 'turn', {
    get() {
      throw new ParlorError('misuse', {
        at: `on(${type})`,
        problem: 'A synchronous action has no turn',
        hint: 'Use update, or take streaming: false from the action',
      })
    },
  }) as ActionCall // its `turn` is the getter
}
