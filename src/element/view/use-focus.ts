import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { activeElementNear } from './parts/active-element.ts'

/** Where the focus goes when it has no place of its own: the open history, the message field, a question, the conversation. */
function restingPlace(box: HTMLElement): HTMLElement | null {
  for (const place of ['.chat-history', '.chat-editor textarea:enabled', '.chat-question', '.chat-scroll']) {
    const found = box.querySelector<HTMLElement>(place)
    if (found !== null) return found
  }
  return null
}

/** When the history closes, the focus goes back to where it came from; after picking another chat, to the message field. */
export function useFocusReturn(box: RefObject<HTMLElement | null>, historyOpen: boolean, threadId: string | null) {
  const before = useRef<{ element: HTMLElement | null; threadId: string | null } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening and closing move the focus
  useLayoutEffect(() => {
    if (box.current === null) return
    if (historyOpen) {
      before.current = { element: activeElementNear(box.current), threadId }
      return
    }
    if (before.current === null) return
    const { element, threadId: previous } = before.current
    before.current = null
    const target = threadId === previous && element?.isConnected ? element : restingPlace(box.current)
    target?.focus({ preventScroll: true })
  }, [historyOpen])
}

/**
 * When what had the keyboard's focus goes away (a starter prompt, Retry, a removed file), the focus moves on to the message
 * field instead of falling back to the top of the page. Pointers are left alone: a field would open a phone's keyboard.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let last: HTMLElement | null = null
    const keep = () => {
      if (last === null || last.isConnected) return
      last = null
      const lost = activeElementNear(element) === null && document.activeElement === document.body
      if (lost) restingPlace(element)?.focus({ preventScroll: true })
    }
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement && target.matches(':focus-visible') ? target : null
    }
    // What is removed or disabled is left, too, without the person's doing; only the next microtask knows.
    const onLeave = ({ target }: FocusEvent) => {
      queueMicrotask(() => {
        if (last === target && last?.isConnected && !last.matches(':disabled, [inert] *')) last = null
        else keep()
      })
    }
    const removed = new MutationObserver(keep)
    removed.observe(element, { childList: true, subtree: true })
    const controller = new AbortController()
    const { signal } = controller
    element.addEventListener('focusin', onFocus, { signal })
    element.addEventListener('focusout', onLeave, { signal })
    return () => {
      removed.disconnect()
      controller.abort()
    }
  }, [box])
}
