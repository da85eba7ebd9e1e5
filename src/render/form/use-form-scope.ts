import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { ActionConfig } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { useLabels } from '../labels.ts'
import { type FormContextValue, useForm } from './form-context.ts'
import { createFormScope } from './form-scope.ts'

/** A form opened by a component: its context, and what goes on its element. */
export interface OwnForm {
  value: FormContextValue
  /** HTML has no forms inside forms: an inner one is a `div` that keeps its fields to itself. */
  element: 'form' | 'div'
  handlers: {
    onSubmit(event: FormEvent): void
    onKeyDown(event: KeyboardEvent): void
  }
}

/** Opens a form: fields inside register with it, and a submit checks them first. */
export function useFormScope(action: ActionConfig | undefined, place: 'Form.onSubmitAction' | 'Card.confirm'): OwnForm {
  const [scope] = useState(createFormScope)
  const outer = useForm()
  const labels = useLabels()
  const { run, pending, inert } = useAction(action, place, scope)
  const submit = () => {
    if (action && scope.report(labels)) run()
  }
  return {
    value: { scope, submit, submits: action !== undefined, pending, inert },
    element: outer ? 'div' : 'form',
    handlers: {
      onSubmit(event) {
        event.preventDefault()
        event.stopPropagation()
        submit()
      },
      onKeyDown(event) {
        if (!isEnterInLine(event)) return
        event.preventDefault()
        event.stopPropagation()
        submit()
      },
    },
  }
}

/** Enter in a one-line field of this form, not in a popover that only React counts as inside. */
function isEnterInLine({ key, target, currentTarget, nativeEvent, defaultPrevented }: KeyboardEvent): boolean {
  if (key !== 'Enter' || nativeEvent.isComposing || defaultPrevented || !(target instanceof HTMLInputElement))
    return false
  return currentTarget.contains(target) && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}
