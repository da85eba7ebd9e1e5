import { type HTMLAttributes, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useView } from '../view-context.ts'
import { type Placement, placeBeside } from './place-beside.ts'

interface PopoverProps extends HTMLAttributes<HTMLDivElement> {
  /** What it stands beside; a press on it does not count as outside. */
  anchor: RefObject<HTMLElement | null>
  placement: Placement
  onClose(): void
}

/** A panel in the browser's top layer: over everything, clipped by nothing, still inside the shadow root. Mounted = open. */
export function Popover({ anchor, placement: { side, align }, onClose, ...attributes }: PopoverProps) {
  const { dir } = useView()
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(() => {
    const element = panel.current
    if (element === null || anchor.current === null) return
    // Missing in older browsers and DOM simulations: there it is drawn in place, which works, only less neatly.
    if ('showPopover' in element) element.showPopover()
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const place = placeBeside(anchor.current.getBoundingClientRect(), element.getBoundingClientRect(), viewport, {
      side,
      align: dir === 'ltr' ? align : align === 'start' ? 'end' : 'start',
    })
    element.style.left = `${place.left}px`
    element.style.top = `${place.top}px`
    element.style.maxHeight = `${place.maxHeight}px`
  }, [anchor, side, align, dir])

  useEffect(() => {
    const closeOutside = (event: Event) => {
      const path = event.composedPath()
      const inside = [panel.current, anchor.current].some((element) => element !== null && path.includes(element))
      if (!inside) close.current()
    }
    // What has scrolled took the anchor along, or is somewhere else on the page.
    const closeMoved = ({ target }: Event) => {
      const place = anchor.current
      const host = place?.getRootNode()
      const moved = [place, host instanceof ShadowRoot ? host.host : null].some(
        (node) => node !== null && target instanceof Node && target.contains(node),
      )
      if (moved) close.current()
    }
    const controller = new AbortController()
    const { signal } = controller
    document.addEventListener('pointerdown', closeOutside, { capture: true, signal })
    for (const root of new Set([document, anchor.current?.getRootNode() ?? document])) {
      root.addEventListener('scroll', closeMoved, { capture: true, passive: true, signal }) // it does not leave a shadow root
    }
    window.addEventListener('resize', () => close.current(), { signal })
    return () => controller.abort()
  }, [anchor])

  return <div ref={panel} {...inTopLayer()} {...attributes} />
}

/** Where nothing can show a popover, one would stay hidden for ever. */
function inTopLayer(): { popover?: 'manual' } {
  return 'showPopover' in HTMLElement.prototype ? { popover: 'manual' } : {}
}
