import type { RenderLabels } from '../labels.ts'

type NativeControl = HTMLInputElement | HTMLTextAreaElement

/** Controls that carry a message of ours in place of the browser's. */
const worded = new WeakSet<NativeControl>()

/**
 * Whether the browser accepts a control. Where it does not, its message shows at the control in the words of the chat's language:
 * the browser's own are in the language of the browser.
 */
export function reportInWords(control: NativeControl, labels: RenderLabels): boolean {
  forget(control)
  const words = problemOf(control, labels)
  if (words !== null) {
    control.setCustomValidity(words)
    worded.add(control)
    control.addEventListener('input', () => forget(control), { once: true })
  }
  return control.reportValidity()
}

function forget(control: NativeControl): void {
  if (worded.delete(control)) control.setCustomValidity('')
}

/** What is wrong, in words; null when nothing is, or when it has been said, or the browser knows better. */
function problemOf({ type, validity }: NativeControl, labels: RenderLabels): string | null {
  if (validity.valid || validity.customError) return null
  if (validity.badInput) return type === 'number' ? labels.numberMismatch : null
  if (validity.valueMissing) {
    if (type === 'checkbox') return labels.tickMissing
    return type === 'radio' ? labels.choiceMissing : labels.valueMissing
  }
  if (validity.typeMismatch) return type === 'email' ? labels.emailMismatch : labels.urlMismatch
  return validity.patternMismatch ? labels.patternMismatch : null
}
