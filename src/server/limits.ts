import type { TurnCounts } from './concurrent-turns.ts'

/** What a server bears. Requests and turns are counted in this process alone; `Infinity` turns a limit off. */
export interface Limits {
  /** Bytes of a request's body: 10 MiB unless set. */
  maxBodyBytes: number
  /** Objects and arrays within each other in a body: 64 unless set. */
  maxDepth: number
  /** Characters of one message with what it quotes: 200,000 unless set. */
  maxTextLength: number
  /** Time for a body to come, in ms: 30 s unless set. */
  bodyTimeoutMs: number
  /** Time for one turn, in ms: 15 min unless set. It ends with an error that may be retried. */
  turnTimeoutMs: number
  /** Of one user, and of what `rateKey` tells; not limited unless set. */
  requestsPerMinute: number
  /** Turns at once, of one user (20 unless set, where `context` tells users apart) and in all (not limited unless set). */
  concurrentTurns: { perUser?: number; perProcess?: number }
  /** How long a request waits while its thread is busy with another one's answer, in ms, before it is a 409: 10 s unless set. */
  maxQueueMs: number
  /** Bytes of a turn that is answered as one JSON: 10 MiB unless set. */
  maxAnswerBytes: number
}

const defaults: Limits = {
  maxBodyBytes: 10 * 1024 * 1024,
  maxDepth: 64,
  maxTextLength: 200_000,
  bodyTimeoutMs: 30_000,
  turnTimeoutMs: 15 * 60_000,
  requestsPerMinute: Number.POSITIVE_INFINITY,
  concurrentTurns: {},
  maxQueueMs: 10_000,
  maxAnswerBytes: 10 * 1024 * 1024,
}

/** A host's limits over the defaults. */
export function limitsOf(own: Partial<Limits> = {}): Limits & { concurrentTurns: TurnCounts } {
  const limits = { ...defaults, ...own }
  const { perUser = 20, perProcess = Number.POSITIVE_INFINITY } = limits.concurrentTurns
  return { ...limits, concurrentTurns: { perUser, perProcess } }
}
