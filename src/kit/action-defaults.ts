import type { ActionHandlerName, LoadingBehavior } from './tokens.ts'
import type { ActionConfig } from './values.ts'

/** Where an action hangs on: component and property. */
export type ActionPlace =
  | 'Button.onClickAction'
  | 'ListViewItem.onClickAction'
  | 'Select.onChangeAction'
  | 'DatePicker.onChangeAction'
  | 'Checkbox.onChangeAction'
  | 'RadioGroup.onChangeAction'
  | 'Form.onSubmitAction'
  | 'Card.confirm'
  | 'Card.cancel'

/** An action with nothing left to guess. */
export interface ResolvedAction {
  /** Name of the action. */
  type: string
  /** What the author put in, as it is. */
  payload?: unknown
  /** Who handles it. */
  handler: ActionHandlerName
  /** How the widget shows that it runs. */
  loadingBehavior: Exclude<LoadingBehavior, 'auto'>
  /** Whether the answer is a stream of events. */
  streaming: boolean
}

/**
 * What `auto` means in each place. Button, Select and Card.confirm are ChatKit's own words; of the others its docs say nothing,
 * so rows answer like buttons, controls like Select, and whatever submits or leaves a form like Card.confirm.
 */
const autoLoading: Readonly<Record<ActionPlace, ResolvedAction['loadingBehavior']>> = {
  'Button.onClickAction': 'self',
  'ListViewItem.onClickAction': 'self',
  'Select.onChangeAction': 'none',
  'DatePicker.onChangeAction': 'none',
  'Checkbox.onChangeAction': 'none',
  'RadioGroup.onChangeAction': 'none',
  'Form.onSubmitAction': 'container',
  'Card.confirm': 'container',
  'Card.cancel': 'container',
}

/** Fills in what an action leaves open: the server handles it, streaming, and the place decides how loading shows. */
export function resolveAction(action: ActionConfig, place: ActionPlace): ResolvedAction {
  const { type, payload, handler = 'server', loadingBehavior = 'auto', streaming = true } = action
  const loading = loadingBehavior === 'auto' ? autoLoading[place] : loadingBehavior
  return { type, ...(payload === undefined ? {} : { payload }), handler, loadingBehavior: loading, streaming }
}
