import { type FormEvent, type ReactNode, useId, useState } from 'react'

/** The browser's complaint about a control, said where it can be seen. */
export interface Invalid {
  /** Goes on the element around the control. */
  onInvalidCapture(event: FormEvent<HTMLElement>): void
  /** Says that the value has changed. */
  clear(): void
  /** Goes on the control, while there is a message. */
  describedBy: string | undefined
  /** The browser's own words, or nothing. */
  message: ReactNode
}

/**
 * For controls whose native input is out of sight: a bubble on it would point nowhere and hold the focus, so its message
 * stands below the control, and the focus goes to what people see.
 */
export function useInvalid(): Invalid {
  const id = useId()
  const [words, setWords] = useState('')
  return {
    onInvalidCapture(event) {
      if (!(event.target instanceof HTMLInputElement)) return
      event.preventDefault()
      setWords(event.target.validationMessage)
      event.currentTarget.querySelector<HTMLElement>('[role="radio"], [role="checkbox"]')?.focus()
    },
    clear: () => setWords(''),
    describedBy: words ? id : undefined,
    message: words ? (
      <p id={id} className="pk-invalid" role="alert">
        {words}
      </p>
    ) : null,
  }
}
