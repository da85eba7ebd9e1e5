import { useRef, useState } from 'react'
import { type ActionConfig, type ActionPlace, type FormValue, resolveAction } from '../../kit/index.ts'
import { useForm } from '../form/form-context.ts'
import type { FormScope } from '../form/form-scope.ts'
import { useWidget } from './widget-context.ts'

/** How a control runs its action. */
export interface ActionControl {
  /** The action runs, and the control shows it. */
  pending: boolean
  /** Nothing would happen now; say so with `aria-disabled`. */
  inert: boolean
  /** Runs the action with the values of the form around, or with the control's own outside any. */
  run(own?: Readonly<Record<string, FormValue>>): void
}

/**
 * Runs the action of one control, as its place demands. While a click's action runs, further clicks do nothing; a change of value
 * always counts.
 */
export function useAction(action: ActionConfig | undefined, place: ActionPlace, scope?: FormScope): ActionControl {
  const widget = useWidget()
  const form = useForm()
  const [pending, setPending] = useState(false)
  const running = useRef(false)
  if (!action) return { pending: false, inert: false, run: nothing }

  const resolved = resolveAction(action, place)
  const inert = widget.isInert(resolved)
  const run = (own: Readonly<Record<string, FormValue>> = {}) => {
    if (inert || (running.current && !place.endsWith('onChangeAction'))) return
    running.current = true
    if (resolved.loadingBehavior !== 'none') setPending(true)
    const values = (scope ?? form?.scope)?.values() ?? own
    widget.perform(resolved, values).finally(() => {
      running.current = false
      setPending(false)
    })
  }
  return { pending, inert, run }
}

function nothing(): void {}
