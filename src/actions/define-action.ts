import type { ActionConfig } from '../kit/index.ts'
import type { Action, ActionHow, ArrivedAction, InputOf, PayloadSchema } from './action.ts'
import { parseAction } from './parse-action.ts'

/** How an action is defined. */
export interface ActionOptions<Payload, Form> extends ActionHow {
  /** What the widget's author puts in. */
  payload?: Payload
  /** What the fields of the same form add. Values are strings and booleans: write `z.coerce.number()` for a number. */
  form?: Form
}

/**
 * Defines an action once for widget, form and handlers.
 *
 * @example
 * const place = defineAction('slip.place', { payload: z.strictObject({ id: z.string() }), form: z.strictObject({ stake: z.coerce.number() }) })
 * place({ id: 'a' })                                                          // the property of a node
 * place.parse({ type: 'slip.place', payload: { id: 'a', stake: '5' } })       // { id: 'a', stake: 5 }
 */
export function defineAction<
  const Type extends string,
  Payload extends PayloadSchema | undefined = undefined,
  Form extends PayloadSchema | undefined = undefined,
>(type: Type, options: ActionOptions<Payload, Form> = {}): Action<Type, Payload, Form> {
  const { payload, form, handler, loadingBehavior, streaming } = options
  const how = {
    ...(handler === undefined ? {} : { handler }),
    ...(loadingBehavior === undefined ? {} : { loadingBehavior }),
    ...(streaming === undefined ? {} : { streaming }),
  }
  const build = (given?: Record<string, unknown>): ActionConfig => ({
    type,
    ...(given === undefined ? {} : { payload: given }),
    ...how,
  })
  const action = Object.assign(build, {
    type,
    payload,
    form,
    handler: handler ?? 'server',
    field: (name: string) => name,
    parse: (arrived: ArrivedAction) => parseAction(type, { payload, form }, arrived) as InputOf<Payload, Form>,
  })
  return action as unknown as Action<Type, Payload, Form> // built above, part by part; schemas tie the types together
}
