import { Checkbox as CheckboxControl } from '@openai/apps-sdk-ui/components/Checkbox'
import type { ReactNode } from 'react'
import type { Checkbox } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { useField } from '../form/use-field.ts'
import { useInvalid } from '../form/use-invalid.tsx'

/** Draws a Checkbox. */
export function CheckboxView({ node }: { node: Checkbox }): ReactNode {
  const { name, label, defaultChecked = false, disabled = false } = node
  const field = useField({ name, seed: defaultChecked, disabled, toFormValue: (checked) => checked })
  const { inert, run } = useAction(node.onChangeAction, 'Checkbox.onChangeAction')
  const invalid = useInvalid()
  const change = (checked: boolean) => {
    if (inert) return
    field.set(checked)
    invalid.clear()
    run({ [name]: checked })
  }
  return (
    <div className="pk-checkbox" ref={field.ref} onInvalidCapture={invalid.onInvalidCapture}>
      <CheckboxControl
        id={field.id}
        name={name}
        checked={field.value}
        onCheckedChange={change}
        disabled={disabled}
        required={node.required ?? false}
        label={label}
        aria-label={label ? undefined : field.ariaLabel}
        aria-describedby={invalid.describedBy}
        aria-disabled={inert || undefined}
      />
      {invalid.message}
    </div>
  )
}
