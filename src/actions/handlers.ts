import type { AnyAction } from './action.ts'
import { type ActionCall, type ActionHandler, type CallWith, on } from './on.ts'

/** What an action's `parse` gives. */
type InputOfAction<Action> = Action extends AnyAction<infer Input> ? Input : never

/** One handler for each action of a set. */
export type HandlerTable<Actions, Call> = {
  [Name in keyof Actions]: (call: CallWith<Call, InputOfAction<Actions[Name]>>) => unknown
}

/**
 * Handlers for all actions of a set; one that is forgotten does not compile.
 *
 * @example
 * handlers({ place, cancel }, { place: ({ input }) => …, cancel: () => … })
 */
export function handlers<Actions extends Readonly<Record<string, AnyAction>>, Call = ActionCall>(
  actions: Actions,
  table: HandlerTable<Actions, Call>,
): ActionHandler<Call>[] {
  return Object.entries(actions).map(([name, action]) => {
    const handler: (call: CallWith<Call, never>) => unknown = table[name as keyof Actions] // a name of the set, by the line above
    return on(action, handler as (call: CallWith<Call, unknown>) => unknown) // each gets the input of its own action
  })
}
