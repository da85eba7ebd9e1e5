import { z } from 'zod'
import { type AnyAction, type ArrivedAction, isSchema, isShape } from '../actions/index.ts'
import { isParlorError, ParlorError } from '../errors.ts'
import {
  checkWidget,
  type JsxElement,
  problemsOfIssues,
  type WidgetRoot,
  widgetSummary,
  widgetText,
} from '../kit/index.ts'

/** How a widget is defined. */
export interface WidgetOptions<State extends z.ZodType, Actions> {
  /** Under this name a server keeps the widget's states; letters, digits and dashes. */
  name: string
  /** The one place where the shape of the state is written down. */
  state: State
  /** What the state looks like: a `Card`, `ListView` or `Basic`. Pure, and called anew for every state. */
  view: (state: z.output<State>) => WidgetRoot | JsxElement
  /** What the copy button takes; the widget's texts when absent. */
  copyText?: (state: z.output<State>) => string
  /** What a model reads of the widget; its texts, fields and buttons when absent. */
  summary?: (state: z.output<State>) => string
  /** Whether an action comes too late for a state: a server answers it with the widget as it stands, and asks no handler. */
  settled?: (state: z.output<State>, action: ArrivedAction) => boolean
  /** The state as it has become by the time it is read; another one is saved and drawn anew. Lets an offer expire, for one. */
  onRead?: (state: z.output<State>, now: Date) => z.output<State>
  /** The actions the view uses, for `handlers(widget.actions, { … })`. */
  actions?: Actions
}

/** A widget: called with a state it gives plain JSON, checked once. */
export interface Widget<State extends z.ZodType = z.ZodType, Actions = Record<string, AnyAction>> {
  /** ParlorError `invalid_input` at `slip.title` for a wrong state, `invalid_widget` at `slip.Card.children[0]…` for a wrong view. */
  (state: z.input<State>): WidgetRoot
  readonly widgetName: string
  readonly state: State
  readonly actions: Actions
  /** A state from anywhere, as the schema makes it; ParlorError `invalid_input` at `slip.title`. */
  parse(state: unknown): z.output<State>
  /** The view of a parsed state, not checked yet. */
  view(state: z.output<State>): WidgetRoot
  /** What the copy button takes, of a parsed state. */
  copyText(state: z.output<State>): string
  /** What a model reads, of a parsed state. */
  summary(state: z.output<State>): string
  /** Whether an action comes too late for a parsed state. */
  settled?(state: z.output<State>, action: ArrivedAction): boolean
  /** A parsed state as it has become by now. */
  onRead?(state: z.output<State>, now: Date): z.output<State>
}

/**
 * Defines a widget: a state, and a view that turns it into components.
 *
 * @example
 * const slip = defineWidget({ name: 'slip', state: z.strictObject({ title: z.string() }), view: ({ title }) => <Card><Title value={title} /></Card> })
 * slip({ title: 'Slip' })   // { type: 'Card', children: [{ type: 'Title', value: 'Slip' }] }
 */
export function defineWidget<State extends z.ZodType, Actions = Record<never, never>>(
  options: WidgetOptions<State, Actions>,
): Widget<State, Actions> {
  refuseMisuse(options)
  const { name, state, settled, onRead } = options
  const parse = (given: unknown) => parseState(name, state, given)
  const view = (parsed: z.output<State>) => options.view(parsed) as WidgetRoot // what JSX gives is known only after the check
  const build = (given: z.input<State>): WidgetRoot => checkView(name, view(parse(given)))
  const widget = Object.assign(build, {
    widgetName: name,
    state,
    actions: options.actions ?? ({} as Actions), // absent only where `Actions` is empty
    parse,
    view,
    copyText: options.copyText ?? ((parsed: z.output<State>) => widgetText(view(parsed))),
    summary: options.summary ?? ((parsed: z.output<State>) => widgetSummary(view(parsed))),
    ...(settled && { settled }),
    ...(onRead && { onRead }),
  })
  return Object.defineProperty(widget, 'name', { value: name })
}

/** What the compiler refuses already, for those who write without it. */
function refuseMisuse({ name, state, view }: { name: unknown; state: unknown; view: unknown }): void {
  if (typeof name !== 'string' || !/^[A-Za-z\d-]+$/.test(name)) {
    const problem = typeof name === 'string' ? `${JSON.stringify(name)} is no name` : 'there is no name'
    throw misuse('defineWidget.name', problem, 'Take letters, digits and dashes, e.g. "reading-list".')
  }
  if (!isSchema(state)) {
    const hint = isShape(state)
      ? 'Put them into z.strictObject({ … }).'
      : 'Give it a schema of zod 4: z.strictObject({ … }).'
    throw misuse(`${name}.state`, isShape(state) ? 'these are fields, not a schema' : 'this is no schema', hint)
  }
  if (typeof view !== 'function') {
    const hint = 'Give it a function from a state to a Card, ListView or Basic.'
    throw misuse(`${name}.view`, 'there is no view', hint)
  }
}

function misuse(at: string, problem: string, hint: string): ParlorError {
  return new ParlorError('misuse', { at, problem, hint })
}

function parseState<State extends z.ZodType>(name: string, schema: State, given: unknown): z.output<State> {
  const parsed = z.safeParse(schema, given)
  if (parsed.success) return parsed.data
  const problems = problemsOfIssues(parsed.error.issues, {
    schema,
    at: name,
    hint: `Give \`${name}\` the state its schema asks for.`,
  })
  const [first = { at: name, problem: 'the state does not fit', hint: 'See its schema.' }] = problems
  throw new ParlorError('invalid_input', { ...first, cause: parsed.error, problems })
}

function checkView(name: string, root: WidgetRoot): WidgetRoot {
  try {
    return checkWidget(root)
  } catch (error) {
    if (!isParlorError(error)) throw error
    const problems = error.problems.map((problem) => ({ ...problem, at: `${name}.${problem.at}` }))
    const { code, at, problem, hint, source } = error
    throw new ParlorError(code, { at: `${name}.${at}`, problem, hint, source, problems })
  }
}
