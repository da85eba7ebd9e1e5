import { isRecord } from '../compile.ts'
import type { WidgetProblem } from '../problem.ts'
import { sourceOf } from '../sources.ts'
import { unnamedAction } from './actions.ts'
import { type Around, type RawNode, rawChildren } from './around.ts'
import { unknownDataKey } from './chart.ts'
import { lowContrast } from './contrast.ts'
import { formAround, isForm } from './form-around.ts'
import { formWithoutSubmit, isFieldGroup, labelledIn, lostField, missingLabel, submitOutsideForm } from './forms.ts'
import { duplicateKeys, emptyList, missingAlt, unknownIcon } from './looks.ts'

const checks: readonly ((node: RawNode, at: string, around: Around) => WidgetProblem[])[] = [
  duplicateKeys,
  emptyList,
  lostField,
  submitOutsideForm,
  formWithoutSubmit,
  missingLabel,
  missingAlt,
  unknownIcon,
  unknownDataKey,
  unnamedAction,
  lowContrast,
]

/** What is right and still not good in a widget, in the order it is written; depth and size are known to be within the limits. */
export function warningsOf(root: unknown, name: string): WidgetProblem[] {
  const found: WidgetProblem[] = []
  if (isRecord(root)) {
    const labelled = labelledIn(root)
    visit(root, name, { form: null, labelled, background: undefined, theme: undefined, source: undefined }, found)
  }
  return found
}

function visit(node: RawNode, at: string, outside: Around, found: WidgetProblem[]): void {
  const around = insideOf(node, at, outside)
  const { source } = around
  for (const check of checks) {
    for (const problem of check(node, at, around)) found.push(source === undefined ? problem : { ...problem, source })
  }
  for (const [child, place] of rawChildren(node, at)) visit(child, place, around, found)
}

/** What a node's children stand in, and the node itself: none of those checked against it changes it. */
function insideOf(node: RawNode, at: string, outside: Around): Around {
  const hasOwnGround = node.type === 'Card' || node.type === 'ListView' // drawn in colours of the chat's theme, unknown here
  return {
    form: isForm(node) ? formAround(node, at) : outside.form,
    labelled: isFieldGroup(node) ? labelledIn(node) : outside.labelled,
    background: node.background ?? (hasOwnGround ? undefined : outside.background),
    theme: node.theme === 'light' || node.theme === 'dark' ? node.theme : outside.theme,
    source: sourceOf(node) ?? outside.source,
  }
}
