/**
 * Puts a text on the clipboard. On plain http, and in frames that may not use it, there is no `navigator.clipboard`: there the text
 * goes the way browsers knew before, as the selection of a field that nobody sees. Rejects where neither works.
 */
export async function copyText(text: string): Promise<void> {
  try {
    if (navigator.clipboard) return await navigator.clipboard.writeText(text)
  } catch {
    // not allowed; perhaps the older way is
  }
  if (!copySelected(text)) throw new Error('This page may not write to the clipboard')
}

function copySelected(text: string): boolean {
  const focused = deepActiveElement()
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true // no keyboard on phones
  field.ariaHidden = 'true'
  Object.assign(field.style, { position: 'fixed', top: '0', left: '0', opacity: '0', fontSize: '16px' }) // iOS zooms to smaller text
  document.body.append(field)
  field.focus({ preventScroll: true })
  field.select()
  const copied = document.execCommand?.('copy') ?? false
  field.remove()
  focused?.focus({ preventScroll: true })
  return copied
}

function deepActiveElement(): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : null
}
