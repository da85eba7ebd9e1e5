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

/** What the view knows when a height changes: the conversation's, or the box's it is seen through. */
export interface GrowthSituation {
  changed: 'content' | 'box'
  /** Where the reader was before the change. */
  wasNearEnd: boolean
  /** The `thread.autoScroll` option. */
  autoScroll: boolean
  /** Whether a response runs. */
  running: boolean
  /** A thread was just opened and the reader has not touched it yet: late images and widgets still move its end. */
  settling: boolean
}

/** Whether the view goes to the end after the change. */
export function followsEnd({ changed, wasNearEnd, autoScroll, running, settling }: GrowthSituation): boolean {
  if (settling) return true
  // A longer draft or a keyboard takes room from the conversation; its end stays above them.
  if (changed === 'box') return wasNearEnd
  return running && autoScroll && wasNearEnd
}
