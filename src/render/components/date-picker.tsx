import { lazy, type ReactNode } from 'react'
import type { DatePicker } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { useField } from '../form/use-field.ts'
import { type CivilDate, civilDate } from './civil-date.ts'
import { ControlFallback } from './control-fallback.tsx'
import { Deferred } from './deferred.tsx'

const DateMenu = lazy(() => import('./date-menu.tsx'))

/** Draws a DatePicker. Its calendar is loaded when the first one is drawn; its value counts from the start. */
export function DatePickerView({ node }: { node: DatePicker }): ReactNode {
  const { name, defaultValue, disabled = false, block = false } = node
  const toFormValue = (date: CivilDate | null) => withTime(date, defaultValue)
  const field = useField({ name, seed: civilDate(defaultValue), disabled, toFormValue, fallbackName: node.placeholder })
  const { inert, run } = useAction(node.onChangeAction, 'DatePicker.onChangeAction')
  const change = (date: CivilDate | null) => {
    field.set(date)
    run({ [name]: toFormValue(date) ?? '' })
  }
  return (
    <span className="pk-picker" data-block={block || undefined} ref={field.ref}>
      <Deferred fallback={<ControlFallback size={node.size} />}>
        <DateMenu node={node} field={field} inert={inert} onChange={change} />
      </Deferred>
    </span>
  )
}

/** A day as form value: written like the default, with its time of day when that has one. */
function withTime(date: CivilDate | null, like: string | undefined): string | undefined {
  const time = civilDate(like) === null ? '' : (like?.slice('2026-11-20'.length) ?? '')
  return date === null ? undefined : `${date}${time}`
}
