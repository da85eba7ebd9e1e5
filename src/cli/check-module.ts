import { isParlorError } from '../errors.ts'
import { inspectWidget } from '../kit/index.ts'
import type { Checked } from './check-file.ts'
import { findingsOf, nearby } from './finding.ts'

/** What `defineWidget` gives, as far as a check needs it. */
interface AnyWidget {
  widgetName: string
  parse(state: unknown): unknown
  view(state: unknown): unknown
}

/** Checks the widgets a module exports: with `<name>Default` where it is exported, too, else with `{}`. */
export function checkModule(exported: object): Checked {
  const members = new Map(Object.entries(exported))
  const checked = [...members].flatMap(([name, value]) =>
    isWidget(value) ? [checkExport(name, value, members.get(`${name}Default`))] : [],
  )
  if (checked.length === 0) return { findings: [], notes: ['it exports no widget: it was only loaded'] }
  return { findings: checked.flatMap(({ findings }) => findings), notes: checked.flatMap(({ notes }) => notes) }
}

function checkExport(name: string, widget: AnyWidget, sample: unknown): Checked {
  const { widgetName } = widget
  let state: unknown
  try {
    state = widget.parse(sample ?? {})
  } catch (error) {
    if (sample === undefined && isParlorError(error) && error.code === 'invalid_input') {
      const note = `${widgetName} was only loaded: {} is no state of it. Export one as \`${name}Default\` to have it checked`
      return { findings: [], notes: [note] }
    }
    const hint = `See \`${name}Default\` and the schema of the state.`
    return { findings: findingsOf(error, { at: widgetName, problem: 'the state cannot be read', hint }), notes: [] }
  }
  try {
    const findings = inspectWidget(widget.view(state))
    return { findings: findings.map((finding) => nearby({ ...finding, at: `${widgetName}.${finding.at}` })), notes: [] }
  } catch (error) {
    const hint = 'Have the schema of the state ask for all that the view needs.'
    return { findings: findingsOf(error, { at: widgetName, problem: 'the view throws', hint }), notes: [] }
  }
}

function isWidget(value: unknown): value is AnyWidget {
  return (
    typeof value === 'function' &&
    'widgetName' in value &&
    typeof value.widgetName === 'string' &&
    'parse' in value &&
    typeof value.parse === 'function' &&
    'view' in value &&
    typeof value.view === 'function'
  )
}
