import type { JsonObject } from '../protocol/index.ts'
import { codedError, type LiveWidget, type Turn, userError } from '../server/index.ts'
import type { Clock } from './clock.ts'
import type { Step } from './steps.ts'
import { wordsOf } from './words.ts'

/** What the steps of an action may do with the widget it came from. */
export interface Widget {
  state: JsonObject
  update(next: JsonObject): Promise<unknown>
}

/** What steps are played on: a turn, unless they answer a synchronous action. */
export interface Stage {
  turn?: Turn | undefined
  widget?: Widget | undefined
  clock: Clock
  /** Time between two words in ms, where `say` does not tell. */
  pace: number
  signal: AbortSignal
}

/** Plays steps one after the other, and stops where the client goes away. */
export async function playSteps(steps: readonly Step[], stage: Stage): Promise<void> {
  for (const step of steps) {
    if (stage.signal.aborted) return
    await playStep(step, stage)
  }
}

async function playStep(step: Step, { turn, widget, clock, pace, signal }: Stage): Promise<unknown> {
  switch (step.kind) {
    case 'pause':
      return clock.sleep(step.ms, signal)
    case 'update':
      return widget?.update(typeof step.next === 'function' ? step.next(widget.state) : step.next)
    case 'fail':
      throw step.message === undefined
        ? codedError('stream.error', { retry: step.retry })
        : userError(step.message, { retry: step.retry })
    case 'stall':
      return aborted(signal)
    case 'say':
      return turn?.say(paced(wordsOf(step.text), { clock, pace: step.pace ?? pace, signal }))
    case 'show':
      return step.widget ? turn?.show(step.widget, step.state) : turn?.show(step.root, step.options)
    case 'live':
      return turn && playLive(turn.live(step.widget, step.states[0], step.options), step, { clock, signal })
    case 'progress':
      return turn?.progress(step.text, step.icon)
    case 'effect':
      return turn?.effect(step.name, step.data)
    case 'notice':
      return turn?.notice(step.message, step.options)
    case 'title':
      if (turn) turn.thread.title = step.title
      return
    case 'status':
      if (turn) turn.thread.status = step.status
      return
    case 'remember':
      return turn?.remember(step.content)
    case 'emit':
      return turn?.emit(step.event)
    case 'callClient':
      return turn?.callClient(step.tool, step.args)
    case 'ask':
      return turn?.ask(...step.inputs)
    default:
      return step satisfies never
  }
}

/** Words with the time between them; a whole list at once where there is none. */
async function* paced(words: readonly string[], { clock, pace, signal }: Pick<Stage, 'clock' | 'pace' | 'signal'>) {
  for (const [index, word] of words.entries()) {
    if (index > 0 && pace > 0) await clock.sleep(pace, signal)
    if (signal.aborted) return
    yield word
  }
}

async function playLive(
  live: LiveWidget<unknown>,
  { states, every }: Extract<Step, { kind: 'live' }>,
  { clock, signal }: Pick<Stage, 'clock' | 'signal'>,
): Promise<unknown> {
  for (const state of states.slice(1)) {
    await clock.sleep(every, signal)
    if (signal.aborted) return
    await live.update(state)
  }
  return live.done()
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
