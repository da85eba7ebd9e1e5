import type { FormValue } from '../../kit/index.ts'
import type { RenderLabels } from '../labels.ts'
import { reportInWords } from './say-problem.ts'

/** One control, as its form sees it. */
export interface Field {
  name: string
  /** Its place in the document: a later field of the same name wins. */
  element: Element
  /** What it adds to an action; `undefined` adds nothing. */
  value(): FormValue | undefined
}

/** The fields of one form, and nothing of forms inside it. */
export interface FormScope {
  /** Adds a field; the returned function takes it out again. */
  add(field: Field): () => void
  /** Values by field name, in the order of the document. */
  values(): Record<string, FormValue>
  /** Whether the browser accepts every field; shows a message at the first one it does not. */
  report(labels: RenderLabels): boolean
}

/** A form without fields. */
export function createFormScope(): FormScope {
  const fields = new Set<Field>()
  const inOrder = () => [...fields].sort((one, other) => (isBefore(one.element, other.element) ? -1 : 1))
  return {
    add(field) {
      fields.add(field)
      return () => fields.delete(field)
    },
    values() {
      const all = inOrder().map((field) => [field.name, field.value()] as const)
      return Object.fromEntries(all.filter((entry): entry is [string, FormValue] => entry[1] !== undefined))
    },
    report(labels) {
      const controls = inOrder().flatMap((field) => nativeControls(field.element))
      return controls.every((control) => reportInWords(control, labels))
    },
  }
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function nativeControls(element: Element): (HTMLInputElement | HTMLTextAreaElement)[] {
  const controls = element.matches('input, textarea') ? [element] : [...element.querySelectorAll('input, textarea')]
  return controls.filter((control) => control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
}
