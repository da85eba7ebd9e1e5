import type { AnyAction } from './action.ts'

/** What every handler of an action is called with; a server, a mock or a page adds to it. */
export interface ActionCall<Input = unknown> {
  /** Payload and form values, as the action's schemas made them. */
  input: Input
  /** The state of the widget the action came from. */
  state: Record<string, unknown>
  /** Draws the widget from its next state, in its place. */
  update(next: Record<string, unknown>): Promise<unknown>
}

/** An action with what happens on it. */
export interface ActionHandler<Call = ActionCall> {
  readonly action: AnyAction
  handler(call: Call): unknown
}

/** Handlers, one by one or in lists: `[on(…), handlers(…)]`. In a list that is spread, handlers would not know where they are put. */
export type ActionHandlers<Call = ActionCall> = readonly (ActionHandler<Call> | readonly ActionHandler<Call>[])[]

/** A call whose input is known. */
export type CallWith<Call, Input> = Omit<Call, 'input'> & { input: Input }

/**
 * Says what happens on an action. What the handler is called with is decided by where this is put: a server's handlers have `turn`.
 *
 * @example
 * on(place, async ({ input, state, update }) => { await update({ ...state, placed: true }) })
 */
export function on<Input, Call = ActionCall>(
  action: AnyAction<Input>,
  handler: (call: CallWith<Call, Input>) => unknown,
): ActionHandler<Call> {
  return { action, handler: handler as (call: Call) => unknown } // the input a handler is called with comes from this action's `parse`
}
