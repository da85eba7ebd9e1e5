/** A rectangle of the viewport, in px. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Where a panel goes from its anchor; `start` is its left edge. */
export interface Placement {
  side: 'above' | 'below'
  align: 'start' | 'end'
}

const GAP = 6
const MARGIN = 8

/**
 * Where a panel goes so that it stands beside its anchor and inside the viewport: on the other side when the wanted one
 * is too small for it and the other is larger, and never over the viewport's edge.
 */
export function placeBeside(
  anchor: Box,
  panel: { width: number; height: number },
  viewport: { width: number; height: number },
  { side, align }: Placement,
): { left: number; top: number; maxHeight: number } {
  const room = {
    above: anchor.top - GAP - MARGIN,
    below: viewport.height - (anchor.top + anchor.height) - GAP - MARGIN,
  }
  const other = side === 'above' ? 'below' : 'above'
  const chosen = panel.height > room[side] && room[other] > room[side] ? other : side
  const height = Math.min(panel.height, room[chosen])
  const left = align === 'start' ? anchor.left : anchor.left + anchor.width - panel.width
  return {
    left: Math.max(MARGIN, Math.min(left, viewport.width - panel.width - MARGIN)),
    top: chosen === 'above' ? anchor.top - GAP - height : anchor.top + anchor.height + GAP,
    maxHeight: room[chosen],
  }
}
