import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ThreadItem } from '../../../protocol/index.ts'
import { earlierFrom, openingFrom, unseenFrom } from './newest-from.ts'

interface NewestOptions {
  threadId: string | null
  items: readonly ThreadItem[]
  scroller: RefObject<HTMLElement | null>
}

interface Newest {
  /** The items that are drawn. */
  shown: readonly ThreadItem[]
  /** Draws more of those before; null when none are left. */
  showMore: (() => void) | null
  /** Goes on what stands above the first item: coming near it draws more. */
  top: (element: Element | null) => (() => void) | undefined
}

/** How far above what is in view items are drawn, in px: about as far as a flick of the wheel goes. */
const REACH = 1200

/** A long thread opens with its newest items only; more of those that are here are drawn as the reader comes near them. */
export function useNewest({ threadId, items, scroller }: NewestOptions): Newest {
  const [place, setPlace] = useState({ threadId, from: 0, opened: false })
  let { from } = place
  if (place.threadId !== threadId || (!place.opened && items.length > 0) || from > items.length) {
    from = openingFrom(items)
    setPlace({ threadId, from, opened: items.length > 0 })
  }

  const before = useRef<{ top: number; height: number } | null>(null)
  const latest = useRef(items)
  latest.current = items
  const showMore = useCallback(() => {
    const box = scroller.current
    if (box !== null) before.current = { top: box.scrollTop, height: box.scrollHeight }
    setPlace((now) => ({ ...now, from: earlierFrom(latest.current, now.from) }))
  }, [scroller])

  // What was in view stays there. Most browsers see to it themselves, but none of them at the very top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when more was drawn
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null || before.current === null) return
    const { top, height } = before.current
    before.current = null
    const grown = box.scrollHeight - height
    if (box.scrollTop === top) box.scrollTop = top + grown
  }, [from, scroller])

  // A thread opens with a full screen, and some above it. Not with every piece of an answer: asking for heights lays out at once.
  useLayoutEffect(() => {
    const box = scroller.current
    if (from === 0 || box === null) return
    if (box.clientHeight === 0) setPlace((now) => ({ ...now, from: Math.min(now.from, unseenFrom(latest.current)) }))
    else if (box.scrollHeight < box.clientHeight + REACH) showMore()
  }, [from, showMore, scroller])

  const top = useCallback(
    (element: Element | null) => {
      if (element === null || typeof IntersectionObserver === 'undefined') return
      const near = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) showMore()
        },
        // The scroller's own ref comes after those of its children.
        { root: element.closest('.chat-scroll'), rootMargin: `${REACH}px 0px 0px` },
      )
      near.observe(element)
      return () => near.disconnect()
    },
    [showMore],
  )
  const shown = useMemo(() => (from === 0 ? items : items.slice(from)), [items, from])
  return { shown, showMore: from === 0 ? null : showMore, top }
}
