import { isParlorError } from '../../errors.ts'
import { inspectWidget } from '../../kit/index.ts'
import type { TsxInput } from './to-tsx.ts'

/** What a reader of the module has to know: parts that are missing, and where Studio's source and the template part ways. */
export function notesOn(input: TsxInput): string[] {
  const { source } = input
  if (!source)
    return [
      "Studio's source is missing in the file: the widget is built from the file's template, and takes any state.",
    ]
  return [
    ...(source.schema === null ? ["Studio's schema is missing in the file: any state is taken."] : []),
    ...(source.defaultState === null
      ? ["Studio's default state is missing in the file."]
      : differences(input, source.defaultState)),
  ]
}

function differences({ build, preview }: TsxInput, state: Record<string, unknown>): string[] {
  try {
    const built = build(state)
    const at = preview === undefined ? null : differenceOf(built, withoutNulls(preview), built.type)
    return [...(at ? [`The template and Studio's preview differ at \`${at}\`.`] : []), ...refusals(built)]
  } catch (error) {
    const told = isParlorError(error) ? error.message : String(error)
    return [`The template does not take Studio's default state: ${told}`, ...refusals(preview)]
  }
}

/** What the check of `defineWidget` will not let pass, as far as the default state shows it. */
function refusals(widget: unknown): string[] {
  if (widget === undefined) return []
  const errors = inspectWidget(withoutNulls(widget)).filter(({ level }) => level === 'error')
  return errors.slice(0, 5).map(({ at, problem, hint }) => `The check refuses ${at}: ${problem}. ${hint}`)
}

/** The first place where two JSON values differ; null when they are equal. */
function differenceOf(one: unknown, other: unknown, at: string): string | null {
  if (one === other) return null
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) return at
    return firstOf(one.map((entry, index) => differenceOf(entry, other[index], `${at}[${index}]`)))
  }
  if (!isRecord(one) || !isRecord(other)) return at
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return firstOf(names.map((name) => differenceOf(one[name], other[name], `${at}.${name}`)))
}

function firstOf(places: readonly (string | null)[]): string | null {
  return places.find((place) => place !== null) ?? null
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((entry) => entry !== null).map(withoutNulls)
  if (!isRecord(value)) return value
  const members = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(members.map(([key, member]) => [key, withoutNulls(member)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
