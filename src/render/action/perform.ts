import { isParlorError, ParlorError } from '../../errors.ts'
import { type FormValue, mergeFormValues, type ResolvedAction } from '../../kit/index.ts'

/** An action as it leaves the widget. */
export interface SentAction {
  type: string
  payload?: unknown
}

/** How an action wants to be handled. */
export interface ActionRoute {
  handler: 'server' | 'client'
  /** `false`: one JSON answer beside a running response. */
  streaming: boolean
}

/** The host's side of an action; where it returns a promise, loading shows until that settles. */
export type OnAction = (action: SentAction, how: ActionRoute) => unknown

/** Sends one action with the values of its form. A handler that throws is reported, never thrown on. */
export async function performAction(
  { type, payload: authored, handler, streaming }: ResolvedAction,
  values: Readonly<Record<string, FormValue>>,
  onAction: OnAction,
  report: (error: ParlorError) => void,
): Promise<void> {
  const { payload, problems } = mergeFormValues(authored, values)
  for (const { at, problem } of problems) {
    const hint = 'Rename the field, or leave this place of the payload free.'
    report(new ParlorError('invalid_input', { at: `${type}.${at}`, problem, hint }))
  }
  try {
    await onAction(payload === undefined ? { type } : { type, payload }, { handler, streaming })
  } catch (cause) {
    report(isParlorError(cause) ? cause : handlerThrew(type, cause))
  }
}

function handlerThrew(type: string, cause: unknown): ParlorError {
  const hint = 'Catch the error in the handler, and tell the user there.'
  return new ParlorError('misuse', { at: type, problem: 'the handler of this action threw', hint, cause })
}
