export { type Clock, instantClock, type ManualClock, manualClock, realClock } from './clock.ts'
export { createMockServer, type MockServer, type MockServerOptions } from './create-mock-server.ts'
export {
  onAnswers,
  onMessage,
  onToolResult,
  otherwise,
  type Pattern,
  type Prompt,
  type ScriptEntry,
  type StepsFrom,
} from './entries.ts'
export type { Fault } from './faults.ts'
export type { Journal, JournalEntry } from './journal.ts'
export { type Script, script, type Timing } from './script.ts'
export {
  ask,
  callClient,
  effect,
  emit,
  fail,
  live,
  notice,
  type PacedLive,
  pause,
  progress,
  remember,
  type Step,
  say,
  show,
  stall,
  status,
  title,
  update,
} from './steps.ts'
