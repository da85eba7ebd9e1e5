import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { followsEnd, isNearEnd } from './scroll-decision.ts'

interface EndOptions {
  /** Grows with every thread that is opened; its end is shown first. */
  threadId: string | null
  /** The message that was just sent; it scrolls itself into view. */
  sentId: string | null
  autoScroll: boolean
  running: boolean
}

interface End {
  scroller: RefObject<HTMLDivElement | null>
  content: RefObject<HTMLDivElement | null>
  /** Whether a button to the end is needed. */
  away: boolean
  toEnd(): void
}

/** Keeps the end of the conversation in view as the rules of `scroll-decision.ts` say. */
export function useEnd({ threadId, sentId, autoScroll, running }: EndOptions): End {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [away, setAway] = useState(false)
  const place = useRef({ nearEnd: true, settling: true, ending: false })
  const situation = useRef({ autoScroll, running })
  situation.current = { autoScroll, running }

  const jump = useCallback((behavior: ScrollBehavior) => {
    const box = scroller.current
    box?.scrollTo?.({ top: box.scrollHeight, behavior }) // jsdom does not scroll
  }, [])

  // A thread that opens shows its end, and keeps showing it until the reader touches the conversation; not so one that begins
  // with the message just sent, whose answer is followed as the option says.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thread is the reason to run
  useLayoutEffect(() => {
    place.current = { nearEnd: true, settling: !situation.current.running, ending: false }
    jump('instant')
  }, [threadId, jump])

  useEffect(() => {
    if (sentId === null) return
    place.current = { nearEnd: true, settling: false, ending: false }
    jump(situation.current.autoScroll ? 'instant' : 'smooth')
  }, [sentId, jump])

  // The last item of an answer may take its height only after the answer has ended: until the reader does something, it counts.
  useLayoutEffect(() => {
    place.current.ending = !running
  }, [running])

  useEffect(() => {
    const box = scroller.current
    if (box === null || content.current === null) return
    const controller = new AbortController()
    const { signal } = controller
    let lastTop = box.scrollTop
    const look = () => {
      const nearEnd = isNearEnd(box)
      lastTop = box.scrollTop
      setAway(!nearEnd)
      box.parentElement?.toggleAttribute('data-scrolled', box.scrollTop > 0)
      return nearEnd
    }
    // An event of our own jump may come when more has grown below it: only who scrolls up leaves the end.
    const scrolled = () => {
      const up = box.scrollTop < lastTop
      const nearEnd = look()
      if (nearEnd || up) place.current.nearEnd = nearEnd
    }
    const touched = () => {
      place.current.settling = false
      place.current.ending = false
    }
    box.addEventListener('scroll', scrolled, { passive: true, signal })
    for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      box.addEventListener(kind, touched, { passive: true, signal })
    }
    if (typeof ResizeObserver === 'undefined') return () => controller.abort() // nor lay out
    const grown = new ResizeObserver((entries) => {
      // The gutter is kept on both sides.
      box.style.setProperty('--chat-scrollbar', `${(box.offsetWidth - box.clientWidth) / 2}px`)
      const { nearEnd: wasNearEnd, settling, ending } = place.current
      const { autoScroll, running } = situation.current
      const changed = entries.some(({ target }) => target === box) ? 'box' : 'content'
      if (followsEnd({ changed, wasNearEnd, autoScroll, running: running || ending, settling })) jump('instant')
      place.current.nearEnd = look()
    })
    grown.observe(content.current)
    grown.observe(box)
    return () => {
      controller.abort()
      grown.disconnect()
    }
  }, [jump])

  const toEnd = useCallback(() => jump('smooth'), [jump])
  return { scroller, content, away, toEnd }
}
