import { type ReactNode, Suspense } from 'react'
import { useWidget } from '../action/widget-context.ts'
import { WidgetBoundary } from '../widget-boundary.tsx'

/** Something whose code is loaded when it is first drawn. Until then, and where loading fails, there is the fallback. */
export function Deferred({ fallback, children }: { fallback: ReactNode; children: ReactNode }): ReactNode {
  const { report } = useWidget()
  return (
    <WidgetBoundary widget={null} fallback={fallback} onProblem={report}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </WidgetBoundary>
  )
}
