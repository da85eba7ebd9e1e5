/** The parts of a keydown this looks at. */
export interface Key {
  key: string
  shiftKey: boolean
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  /** True while an input method puts a word together; its Enter picks the word. */
  isComposing: boolean
  keyCode: number
}

export type KeyMeaning = 'send' | 'pick' | 'previous' | 'next' | 'close' | 'type'

/** What Safari reports for the Enter that ends a composition, after `isComposing` is false again. */
const COMPOSITION_KEY_CODE = 229

/** What a key in the text field means: Enter sends, Shift+Enter is a new line, and an open list takes the arrows first. */
export function readKey(
  { key, shiftKey, altKey, ctrlKey, metaKey, isComposing, keyCode }: Key,
  listOpen: boolean,
): KeyMeaning {
  if (isComposing || keyCode === COMPOSITION_KEY_CODE) return 'type'
  const plain = !shiftKey && !altKey && !ctrlKey && !metaKey
  if (listOpen && plain) {
    if (key === 'ArrowDown') return 'next'
    if (key === 'ArrowUp') return 'previous'
    if (key === 'Enter' || key === 'Tab') return 'pick'
    if (key === 'Escape') return 'close'
  }
  return key === 'Enter' && !shiftKey && !altKey ? 'send' : 'type'
}
