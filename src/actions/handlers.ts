import type { AnyAction } from './action.ts'
import { type ActionCall, type ActionHandler, type CallWith, on } from './on.ts'

/** What an action's `parse` gives. */
type InputOfAction<Action> = Action extends AnyAction<infer Input> ? Input : never

/** Actions by name. */
export type ActionSet = Readonly<Record<string, AnyAction>>

/** A widget, as far as handlers of its actions know it. */
export interface ActingWidget {
  (state: never): unknown
  readonly actions: ActionSet
  parse(state: unknown): unknown
}

type ActionsOf<Source> = Source extends ActingWidget ? Source['actions'] : Source

/** The call of a handler; of a widget's, with its state: as its schema made it to read, as it takes it to write. */
type CallOf<Source, Call, Input> = Source extends ActingWidget
  ? Omit<Call, 'input' | 'state' | 'update'> & {
      input: Input
      state: ReturnType<Source['parse']>
      update(next: Parameters<Source>[0]): AnswerOfUpdate<Call>
    }
  : CallWith<Call, Input>

type AnswerOfUpdate<Call> = Call extends { update(next: never): infer Answer } ? Answer : Promise<unknown>

/** One handler for each action of a set, or of a widget. */
export type HandlerTable<Source, Call> = {
  [Name in keyof ActionsOf<Source>]: (call: CallOf<Source, Call, InputOfAction<ActionsOf<Source>[Name]>>) => unknown
}

/**
 * Handlers for all actions of a set or of a widget; one that is forgotten does not compile. Those of a widget know its state:
 * hand a widget in where no other one shows its actions.
 *
 * @example
 * handlers({ place, cancel }, { place: ({ input }) => …, cancel: () => … })
 * handlers(slip, { place: ({ state, update }) => update({ ...state, placed: true }) })
 */
export function handlers<Source extends ActionSet | ActingWidget, Call = ActionCall>(
  source: Source,
  table: HandlerTable<Source, Call>,
): ActionHandler<Call>[] {
  const actions: ActionSet = isWidget(source) ? source.actions : source
  const byName = table as Readonly<Record<string, (call: CallWith<Call, unknown>) => unknown>> // each gets the input of its own action
  return Object.entries(actions).flatMap(([name, action]) => {
    const handler = byName[name]
    return handler ? [on(action, handler)] : [] // none is missing, as the type of the table says
  })
}

/** A set of actions is a plain object. */
function isWidget(source: ActionSet | ActingWidget): source is ActingWidget {
  return typeof source === 'function'
}
