import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { activeElementOf } from './keep-focus.tsx'

/** Whether a widget is held, and how to hold it. */
export interface Hold {
  /** Something holds the whole widget: it fades and takes no input. */
  held: boolean
  /** Holds the widget until the promise settles. */
  hold(until: Promise<unknown>): void
  /** Goes on the widget's element. */
  frame: RefObject<HTMLDivElement | null>
}

/** Holds a widget while an action runs, and gives the focus back where it was: an inert element loses it. */
export function useHold(): Hold {
  const frame = useRef<HTMLDivElement>(null)
  const focused = useRef<HTMLElement | null>(null)
  const [count, setCount] = useState(0)
  const held = count > 0
  const hold = useCallback((until: Promise<unknown>) => {
    const active = activeElementOf(frame.current)
    focused.current = frame.current?.contains(active) ? active : null
    setCount((now) => now + 1)
    until.finally(() => setCount((now) => now - 1))
  }, [])
  useLayoutEffect(() => {
    if (held || !focused.current) return
    const active = activeElementOf(frame.current)
    if (!active || active === document.body) focused.current.focus({ preventScroll: true })
    focused.current = null
  }, [held])
  return { held, hold, frame }
}
