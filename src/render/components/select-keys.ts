import type { SelectOption } from '../../kit/index.ts'

/** The option the keyboard comes to from another one; disabled ones are passed over, and at an end it stays. */
export function step(
  options: readonly SelectOption[],
  from: string,
  move: 'next' | 'previous' | 'first' | 'last',
): string {
  const enabled = options.filter((option) => !option.disabled)
  const at = enabled.findIndex((option) => option.value === from)
  const target = { next: at + 1, previous: at === -1 ? 0 : at - 1, first: 0, last: enabled.length - 1 }[move]
  return enabled[Math.min(Math.max(target, 0), enabled.length - 1)]?.value ?? ''
}

/** ms after which a typed letter begins a new word. */
const pause = 700

/** Finds options by typing: letters in quick succession make a word, one letter again and again goes through its options. */
export function createTypeahead() {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY
  return (options: readonly SelectOption[], from: string, key: string, now: number): string => {
    typed = now - last > pause ? key : typed + key
    last = now
    const repeated = typed === key.repeat(typed.length)
    const word = (repeated ? key : typed).toLocaleLowerCase()
    const enabled = options.filter((option) => !option.disabled)
    const at = enabled.findIndex((option) => option.value === from)
    const start = repeated ? at + 1 : Math.max(at, 0)
    const inOrder = [...enabled.slice(start), ...enabled.slice(0, start)]
    return inOrder.find((option) => option.label.toLocaleLowerCase().startsWith(word))?.value ?? from
  }
}
