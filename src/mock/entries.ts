import type { ActionHandler } from '../actions/index.ts'
import type { StructuredInputItem } from '../protocol/index.ts'
import type { ActionCall, ToolResult, Turn } from '../server/index.ts'
import { checkSteps } from './check-steps.ts'
import type { Step } from './steps.ts'

/** Steps, or how to make them when their time comes. */
export type StepsFrom<Given> =
  | readonly Step[]
  | ((given: Given) => readonly Step[] | undefined | Promise<readonly Step[] | undefined>)

/** A starter prompt for a start screen. */
export interface Prompt {
  label: string
  prompt: string
  icon?: string
}

/** What a message has to be: a text (whatever its case), a pattern, or what a function says yes to. */
export type Pattern = string | RegExp | ((text: string, turn: Turn) => boolean)

interface MessageEntry {
  kind: 'message'
  pattern: Pattern
  steps: StepsFrom<Turn>
  prompt: Prompt | undefined
}
interface ToolEntry {
  kind: 'tool'
  tool: string
  steps: StepsFrom<ToolResult & { turn: Turn }>
}
interface AnswersEntry {
  kind: 'answers'
  steps: StepsFrom<{ item: StructuredInputItem; turn: Turn }>
}
interface OtherwiseEntry {
  kind: 'otherwise'
  steps: StepsFrom<Turn>
}
/** One thing a script knows what to do on. */
export type TurnEntry = MessageEntry | ToolEntry | AnswersEntry | OtherwiseEntry
/** An entry of a script: a turn, or an action's handler that gives back steps. */
export type ScriptEntry = TurnEntry | ActionHandler<ActionCall>

/** What happens on a message; of several entries that fit, the first. With `prompt` (or a text as pattern) it can start a chat. */
export function onMessage(
  pattern: Pattern,
  steps: StepsFrom<Turn>,
  { prompt }: { prompt?: string | Prompt } = {},
): TurnEntry {
  const given = prompt ?? (typeof pattern === 'string' ? pattern : undefined)
  const starter = typeof given === 'string' ? { label: given, prompt: given } : given
  return { kind: 'message', pattern, steps: checked(steps, `onMessage(${describePattern(pattern)})`), prompt: starter }
}

/** What happens when the client has run a tool. */
export function onToolResult(tool: string, steps: ToolEntry['steps']): TurnEntry {
  return { kind: 'tool', tool, steps: checked(steps, `onToolResult('${tool}')`) }
}

/** What happens when the user has answered, or skipped, the questions of `ask`. */
export function onAnswers(steps: AnswersEntry['steps']): TurnEntry {
  return { kind: 'answers', steps: checked(steps, 'onAnswers') }
}

/** What happens on a message that no other entry fits. */
export function otherwise(steps: StepsFrom<Turn>): TurnEntry {
  return { kind: 'otherwise', steps: checked(steps, 'otherwise') }
}

/** Steps that are there already are checked where they are written. */
function checked<Given>(steps: StepsFrom<Given>, at: string): StepsFrom<Given> {
  return typeof steps === 'function' ? steps : checkSteps(steps, at)
}

export function describePattern(pattern: Pattern): string {
  if (typeof pattern === 'string') return `'${pattern}'`
  return pattern instanceof RegExp ? String(pattern) : pattern.name || 'a function'
}

export function matches(pattern: Pattern, text: string, turn: Turn): boolean {
  if (typeof pattern === 'function') return pattern(text, turn)
  if (pattern instanceof RegExp) return text.search(pattern) >= 0 // unlike `test`, without the state of a global pattern
  return plain(text) === plain(pattern)
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
