import { type ReactNode, useMemo } from 'react'
import type { Theme } from '../../kit/index.ts'
import { useWidget, WidgetProvider } from '../action/widget-context.ts'
import { PortalRoot } from '../portal/portal-root.tsx'

/** Forces a colour scheme on a root and on the popovers that open from it. */
export function ThemeScope({ theme, children }: { theme: Theme | undefined; children: ReactNode }): ReactNode {
  const widget = useWidget()
  const forced = useMemo(() => (theme ? { ...widget, scheme: theme } : widget), [widget, theme])
  if (!theme || theme === widget.scheme) return children
  return (
    <WidgetProvider value={forced}>
      <PortalRoot scheme={theme}>{children}</PortalRoot>
    </WidgetProvider>
  )
}
