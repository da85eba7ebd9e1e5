import type { ChatKitOptions } from '@openai/chatkit'
import type { ActionHandler } from '../actions/index.ts'
import { ParlorError } from '../errors.ts'
import type { WidgetRoot } from '../kit/index.ts'
import type { WireAction } from '../protocol/index.ts'
import { handlerFailed, type Report } from './report.ts'

/** What the page's handler of a widget action is called with. */
export interface WidgetActionCall {
  /** Payload and form values, as the action's schemas made them. */
  input: unknown
  /** The action as it came; give it to `sendCustomAction` to have the server handle it too. */
  action: WireAction & { payload?: Record<string, unknown> }
  /** The thread item it came from. */
  item: { id: string; widget: WidgetRoot }
}
/** Made by `on(action, handler)`. */
export type WidgetActionHandler = ActionHandler<WidgetActionCall>
/** ChatKit's option for actions that the page handles. */
export type OnAction = NonNullable<NonNullable<ChatKitOptions['widgets']>['onAction']>

/**
 * The `widgets.onAction` option for a list of `on(action, handler)`. An unknown action, a payload that does not fit and a failing
 * handler are reported; `otherwise` gets the actions nobody here handles.
 */
export function widgetActions(
  handlers: readonly WidgetActionHandler[],
  report: Report,
  otherwise?: OnAction,
): OnAction {
  return async (action, item) => {
    const found = handlers.find((entry) => entry.action.type === action.type)
    if (found === undefined) return otherwise ? otherwise(action, item) : report(unknownAction(action.type, handlers))
    try {
      await found.handler({ input: found.action.parse(action), action, item })
    } catch (cause) {
      report(handlerFailed(`actions.${action.type}`, cause))
    }
  }
}

function unknownAction(type: string, handlers: readonly WidgetActionHandler[]): ParlorError {
  const known = handlers.map(({ action }) => action.type)
  return new ParlorError('unknown_action', {
    at: `actions.${type}`,
    problem: `The page has no handler for the action "${type}"`,
    hint: known.length === 0 ? 'No actions are given' : `There are: ${known.join(', ')}`,
  })
}
