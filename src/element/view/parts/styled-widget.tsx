import { useInsertionEffect } from 'react'
import { WidgetTree, type WidgetTreeProps, widgetStyles } from '../../../render/index.ts'
import { useView } from '../view-context.ts'

/** A widget that brings its styles along: a chat without widgets does without them. */
export function StyledWidget(props: WidgetTreeProps) {
  const { adoptStyles } = useView()
  useInsertionEffect(() => adoptStyles(widgetStyles), [adoptStyles])
  return <WidgetTree {...props} />
}
