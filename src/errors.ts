/** Why something failed, as a closed list: switch on it. */
export type ParlorErrorCode =
  | 'invalid_input' // a state, payload, option or argument does not fit its schema
  | 'invalid_widget' // a widget tree breaks the rules of the widget language
  | 'invalid_request' // a request body does not fit the protocol
  | 'invalid_event' // a server sent something that is not an event
  | 'not_found' // a thread, item or attachment is not there (for this user)
  | 'conflict' // a saved version changed meanwhile, or the thing is busy
  | 'unauthorized' // no secret, or one that was refused
  | 'too_large' // a limit on bytes, nodes or depth was passed
  | 'rate_limited' // too many requests or turns; wait, then try again
  | 'timeout' // something did not come in time
  | 'unsupported' // this server or element was not given what the request needs
  | 'unknown_action' // no handler for this action type
  | 'unknown_tool' // no handler for this client tool
  | 'http_error' // an answer with an error status
  | 'network' // no answer at all
  | 'stream_cut' // the answer ended before it was complete
  | 'aborted' // the caller gave up
  | 'misuse' // called at the wrong time or in the wrong place
  | 'store_failed' // the database did not do what it was asked

/** One thing that is wrong, as data. `at` is the place: `quiz.choices[2].label`. */
export interface Problem {
  code: string
  at: string
  problem: string
  hint: string
  /** In development, where the JSX tag stands that made the node: `src/slip.tsx:12:7`. */
  source?: string
}

/** What a `ParlorError` is made of; `problems` where one pass finds several. */
export interface ParlorErrorInit {
  at: string
  problem: string
  hint: string
  source?: string | undefined
  cause?: unknown
  problems?: readonly Problem[]
}

/** Every error this package throws: switch on `code`, find the place by `at`, do what `hint` says. */
export class ParlorError extends Error {
  override readonly name = 'ParlorError'
  readonly code: ParlorErrorCode
  readonly at: string
  readonly problem: string
  readonly hint: string
  /** In development, where the JSX tag stands that made the node: `src/slip.tsx:12:7`. */
  readonly source: string | undefined
  /** All problems found, where one pass finds several; the error itself tells the first. */
  readonly problems: readonly Problem[]

  constructor(code: ParlorErrorCode, { at, problem, hint, source, cause, problems }: ParlorErrorInit) {
    super(`${at}: ${problem}. ${hint}${source ? ` (${source})` : ''}`, cause === undefined ? undefined : { cause })
    this.code = code
    this.at = at
    this.problem = problem
    this.hint = hint
    this.source = source
    this.problems = problems ?? [{ code, at, problem, hint, ...(source === undefined ? {} : { source }) }]
  }

  /** The published kit and the element carry a copy of this class each: `instanceof` holds for all of them. */
  static override [Symbol.hasInstance](value: unknown): value is ParlorError {
    return isParlorError(value)
  }
}

/** Whether a thrown value is ours, also when two copies of this package meet. */
export function isParlorError(value: unknown): value is ParlorError {
  return value instanceof Error && value.name === 'ParlorError' && 'code' in value && 'at' in value
}
