import { isRecord } from '../compile.ts'
import type { WidgetProblem } from '../problem.ts'
import { show } from '../words.ts'
import { type Around, fieldOf, type RawNode, rawChildren } from './around.ts'
import { isForm, takenBy } from './form-around.ts'
import { warning } from './warning.ts'

/** A field whose value does not arrive: another field has its name, or an action of the form brings a value for its place. */
export function lostField(node: RawNode, at: string, { form }: Around): WidgetProblem[] {
  const field = fieldOf(node, at)
  if (!form || !field || node.disabled === true) return []
  const first = form.names.get(field.name)
  form.names.set(field.name, first ?? at)
  const taken = takenBy(field.name, form)
  return [
    ...(first === undefined ? [] : [duplicateField(field.name, field.at, first)]),
    ...(taken ? [fieldInPayload(taken, field.at)] : []),
  ]
}

function duplicateField(name: string, at: string, first: string): WidgetProblem {
  const hint = 'Only the last one is sent: give each field of a form a name of its own.'
  return warning('duplicate_field', at, `${show(name)} is the name of ${first} too`, hint)
}

function fieldInPayload({ action, path }: { action: string; path: string }, at: string): WidgetProblem {
  const hint = 'That one wins and what is entered here is lost: leave it out of the payload, or rename the field.'
  return warning('field_in_payload', at, `${action} has a value for ${show(path)} in its payload`, hint)
}

/** A submit button that has nothing to submit. */
export function submitOutsideForm(node: RawNode, at: string, { form }: Around): WidgetProblem[] {
  if (node.type !== 'Button' || node.submit !== true || form) return []
  const hint = 'Put it into a Form or a Card with asForm, or give it an onClickAction instead.'
  return [warning('submit_outside_form', `${at}.submit`, 'there is no form around this button', hint)]
}

/** A form that nothing in it can send, and a button that sends a form for nothing. */
export function formWithoutSubmit(node: RawNode, at: string, { form }: Around): WidgetProblem[] {
  if (node.type === 'Form' && isRecord(node.onSubmitAction) && !canBeSent(node)) {
    const hint = 'Put a Button with `submit` into it.'
    return [warning('form_without_submit', `${at}.onSubmitAction`, 'nothing in this form submits it', hint)]
  }
  if (node.type !== 'Button' || node.submit !== true || !form || form.sends || isRecord(node.onClickAction)) return []
  const hint = 'Give the Form an onSubmitAction, or the Card with asForm a `confirm`.'
  return [warning('form_without_submit', `${at}.submit`, 'submitting the form around this button does nothing', hint)]
}

/** Whether there is a button for it, or a field of one line, where Enter does. */
function canBeSent(form: RawNode): boolean {
  return rawChildren(form, '').some(([child]) => {
    if (isForm(child)) return false
    const isWay =
      child.type === 'Input' || isRecord(child.editable) || (child.type === 'Button' && child.submit === true)
    return isWay || canBeSent(child)
  })
}

/** A control nobody hears or reads the purpose of; a placeholder is gone as soon as something is entered. */
export function missingLabel(node: RawNode, at: string, { labelled }: Around): WidgetProblem[] {
  const field = fieldOf(node, at)
  if (!field || labelled.has(field.name)) return []
  if (node.type === 'Checkbox' && isText(node.label)) return []
  if (node.type === 'RadioGroup' && isText(node.ariaLabel)) return []
  const own = node.type === 'Checkbox' ? 'Give it a label' : node.type === 'RadioGroup' ? 'Give it an ariaLabel' : null
  const beside = `put a Label with fieldName ${show(field.name)} beside it`
  const hint = own
    ? `${own}, or ${beside}.`
    : `${beside.charAt(0).toUpperCase()}${beside.slice(1)}; a placeholder does not do.`
  return [warning('missing_label', at, `nothing says what the field ${show(field.name)} is for`, hint)]
}

/** Whether labels and controls inside find each other there, and nowhere else. */
export function isFieldGroup(node: RawNode): boolean {
  return isForm(node) || node.type === 'Card' || node.type === 'ListViewItem' || node.type === 'Table.Row'
}

/** Names of the fields that have a label in a node, without its inner groups. */
export function labelledIn(node: RawNode): Set<string> {
  const names = new Set<string>()
  collectLabels(node, names)
  return names
}

function collectLabels(node: RawNode, names: Set<string>): void {
  for (const [child] of rawChildren(node, '')) {
    if (child.type === 'Label' && isText(child.value) && typeof child.fieldName === 'string') names.add(child.fieldName)
    else if (!isFieldGroup(child)) collectLabels(child, names)
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
