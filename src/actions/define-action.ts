import type { z } from 'zod'
import { ParlorError } from '../errors.ts'
import type { ActionConfig } from '../kit/index.ts'
import type { Action, ActionHow, ArrivedAction, InputOf, PayloadSchema } from './action.ts'
import { isSchema, isShape } from './is-schema.ts'
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
  refuseMisuse(type, { payload, form })
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

/** What the compiler refuses already, for those who write without it. */
function refuseMisuse(type: unknown, schemas: Record<'payload' | 'form', unknown>): void {
  if (typeof type !== 'string' || type === '') {
    throw misuse('defineAction.type', 'the action has no name', 'Name it, e.g. "slip.place".')
  }
  for (const [part, schema] of Object.entries(schemas)) {
    if (schema === undefined) continue
    const at = `${type}.${part}`
    if (isShape(schema)) throw misuse(at, 'these are fields, not a schema', 'Put them into z.strictObject({ … }).')
    if (!isSchema(schema)) throw misuse(at, 'this is no schema', 'Give it a schema of zod 4: z.strictObject({ … }).')
    const kind = kindOf(schema)
    if (plainKinds.has(kind)) {
      throw misuse(at, `a schema of kind ${kind} where an object belongs`, 'Name its fields: z.strictObject({ … }).')
    }
  }
}

/** Kinds of schemas that no object fits. */
const plainKinds: ReadonlySet<string> = new Set(
  'string number int bigint boolean symbol null undefined void never nan date literal enum template_literal array tuple set map file promise function'.split(
    ' ',
  ),
)

/** The kind of what a schema takes, through what was wrapped around it. */
function kindOf(schema: z.core.$ZodType): string {
  const { def } = (schema as z.core.$ZodTypes)._zod // zod's own way to tell its schemas apart
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
      return kindOf(def.innerType)
    case 'pipe':
      return kindOf(def.in)
    default:
      return def.type
  }
}

function misuse(at: string, problem: string, hint: string): ParlorError {
  return new ParlorError('misuse', { at, problem, hint })
}
