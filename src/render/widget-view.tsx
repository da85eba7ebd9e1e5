import { type ReactNode, useEffect, useRef } from 'react'
import { type MountedWidget, mountWidget } from './mount-widget.tsx'
import type { WidgetTreeProps } from './widget-tree.tsx'

/**
 * One widget, anywhere in a React page: in its own shadow root, so that the page's styles and the widget's leave each other alone.
 *
 * @example
 * <WidgetView widget={quiz(capitals)} scheme="light" onAction={(action) => send(action)} />
 */
export function WidgetView(props: WidgetTreeProps): ReactNode {
  const host = useRef<HTMLDivElement>(null)
  const mounted = useRef<MountedWidget | null>(null)
  useEffect(() => {
    if (!host.current) return
    const widget = mountWidget(host.current)
    mounted.current = widget
    return () => {
      mounted.current = null
      widget.unmount()
    }
  }, [])
  useEffect(() => {
    mounted.current?.update(props)
  })
  return <div ref={host} data-parlor-widget />
}
