import { createContext, type MouseEvent, useContext } from 'react'
import type { ParlorError } from '../../errors.ts'
import type { FormValue, ResolvedAction, Theme } from '../../kit/index.ts'

/** What every component of one widget shares. */
export interface WidgetContextValue {
  scheme: Theme
  /** BCP 47 tag for dates and numbers; the browser's own when absent. */
  locale: string | undefined
  allowedImageDomains: readonly string[] | undefined
  /** Hears a click on a link. */
  onLink(url: string, event: MouseEvent<HTMLAnchorElement>): void
  /** Whether the action cannot run now: an answer streams, or the whole widget waits for one. */
  isInert(action: ResolvedAction): boolean
  /** Hands the action to the host, with form values merged in; settles when the host is done, and never rejects. */
  perform(action: ResolvedAction, values: Readonly<Record<string, FormValue>>): Promise<void>
  report(error: ParlorError): void
}

const WidgetContext = createContext<WidgetContextValue | null>(null)

/** Gives the widget to the components drawn inside. */
export const WidgetProvider = WidgetContext.Provider

/** The widget a component belongs to. */
export function useWidget(): WidgetContextValue {
  const widget = useContext(WidgetContext)
  if (!widget) throw new Error('`useWidget` must be used within `<WidgetTree>`')
  return widget
}
