import { isParlorError } from '../../errors.ts'
import { differenceOf } from '../difference.ts'
import { refusalsIn } from './refusals.ts'
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
    ...refusalsIn(input).map(({ unknown, at, problem, hint }) =>
      unknown
        ? `\`${unknown.property}\` is no property of ${unknown.tag}: it is left out.`
        : `The check refuses ${at}: ${problem}. ${hint}`,
    ),
  ]
}

function differences({ build, preview }: TsxInput, state: Record<string, unknown>): string[] {
  try {
    const built = build(state)
    const at = preview === undefined ? null : differenceOf(built, preview, built.type)
    return at ? [`The template and Studio's preview differ at \`${at}\`.`] : []
  } catch (error) {
    const told = isParlorError(error) ? error.message : String(error)
    return [`The template does not take Studio's default state: ${told}`]
  }
}
