import type { z } from 'zod'
import type { ActionConfig, ActionHandlerName, LoadingBehavior } from '../kit/index.ts'

/** An action as it arrives: what a form added is already in the payload. Nothing of it can be trusted. */
export interface ArrivedAction {
  type: string
  payload?: unknown
}

/** A schema of what stands in a payload: an object of any kind. */
export type PayloadSchema = z.ZodType<unknown, Record<string, unknown>>

/** How an action is handled, and shown to be running. */
export interface ActionHow {
  /** Who handles it: the chat server (default), or the page's `widgets.onAction`. */
  handler?: ActionHandlerName
  /** How the widget shows that the action runs; `auto` (default) depends on the control. */
  loadingBehavior?: LoadingBehavior
  /** `false` sends a server action as one JSON request beside a running response; default true. */
  streaming?: boolean
}

/** What the builder of an action takes: nothing without a payload, else the payload. */
type BuildArguments<Payload> = Payload extends PayloadSchema
  ? Partial<z.input<Payload>> extends z.input<Payload>
    ? [payload?: z.input<Payload>]
    : [payload: z.input<Payload>]
  : []

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : unknown

/** What a handler gets: the author's payload and the values of the form, in one object. */
export type InputOf<Payload, Form> = Simplify<OutputOf<Payload> & OutputOf<Form>>

type Simplify<Type> = unknown extends Type ? Record<never, never> : { [Name in keyof Type]: Type[Name] }

/** The names of a form's fields; a nested object's are joined by dots, as ChatKit nests them. */
export type FieldOf<Form> = Form extends z.ZodType ? PathOf<z.input<Form>> : never

type PathOf<Value> = {
  [Name in keyof Value & string]: unknown extends Value[Name]
    ? Name // what is coerced takes anything
    : NonNullable<Value[Name]> extends Record<string, unknown>
      ? `${Name}.${PathOf<NonNullable<Value[Name]>>}`
      : Name
}[keyof Value & string]

/** One contract for an action: how widgets ask for it, what their forms add, and what its handlers get. */
export interface Action<
  Type extends string = string,
  Payload extends PayloadSchema | undefined = PayloadSchema | undefined,
  Form extends PayloadSchema | undefined = PayloadSchema | undefined,
> extends AnyAction<InputOf<Payload, Form>> {
  /** The property of a widget's node: `onClickAction={place({ id })}`. */
  (...payload: BuildArguments<Payload>): ActionConfig & { type: Type }
  readonly type: Type
  /** Schema of what the widget's author puts in. */
  readonly payload: Payload
  /** Schema of what the fields of the same form add; their values are strings and booleans. */
  readonly form: Form
  /** The name for a field of the form: `<Input name={place.field('stake')} />`. */
  field(name: FieldOf<Form>): FieldOf<Form>
}

/** An action as far as handlers know it. */
export interface AnyAction<Input = unknown> {
  readonly type: string
  readonly handler: ActionHandlerName
  /** Payload and form values together, as the schemas made them; ParlorError `invalid_input` at `slip.place.payload.id`. */
  parse(action: ArrivedAction): Input
}
