/** Where a scroll box stands, in px. */
export interface ScrollPlace {
  scrollTop: number
  scrollHeight: number
  clientHeight: number
}

/** How far from the end a reader still counts as being there: about two lines and the space below them. */
const NEAR = 80

/** Whether the reader is at the end, or so near that they mean to be. */
export function isNearEnd({ scrollTop, scrollHeight, clientHeight }: ScrollPlace): boolean {
  return scrollHeight - clientHeight - scrollTop <= NEAR
}

/** What the view knows when the conversation's height changes. */
export interface GrowthSituation {
  /** Where the reader was before the change. */
  wasNearEnd: boolean
  /** The `thread.autoScroll` option. */
  autoScroll: boolean
  /** Whether a response runs. */
  running: boolean
  /** A thread was just opened and the reader has not touched it yet: late images and widgets still move its end. */
  settling: boolean
}

/** Whether the view follows the end when the conversation grows. */
export function followsEnd({ wasNearEnd, autoScroll, running, settling }: GrowthSituation): boolean {
  if (settling) return true
  return running && autoScroll && wasNearEnd
}
