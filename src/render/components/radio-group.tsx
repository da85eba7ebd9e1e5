import { RadioGroup as RadioControl } from '@openai/apps-sdk-ui/components/RadioGroup'
import type { ReactNode } from 'react'
import type { RadioGroup } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { useField } from '../form/use-field.ts'
import { useInvalid } from '../form/use-invalid.tsx'
import { useDirection } from '../portal/direction.ts'

/** Draws a RadioGroup. */
export function RadioGroupView({ node }: { node: RadioGroup }): ReactNode {
  const { name, options = [], ariaLabel, defaultValue = '', disabled = false, required = false } = node
  const field = useField({ name, seed: defaultValue, disabled, toFormValue: chosen, fallbackName: ariaLabel })
  const { inert, run } = useAction(node.onChangeAction, 'RadioGroup.onChangeAction')
  const invalid = useInvalid()
  const dir = useDirection()
  const change = (value: string) => {
    if (inert) return
    field.set(value)
    invalid.clear()
    run({ [name]: value })
  }
  return (
    <div className="pk-radio-group" ref={field.ref} onInvalidCapture={invalid.onInvalidCapture}>
      <RadioControl
        name={name}
        value={field.value}
        onChange={change}
        aria-label={field.ariaLabel ?? ''}
        aria-labelledby={field.labelledBy}
        aria-describedby={invalid.describedBy}
        aria-disabled={inert || undefined}
        direction={node.direction ?? 'row'}
        {...{ dir }} // unknown to its types: it tells Radix which arrow key leads on
        disabled={disabled}
        required={required}
      >
        {options.map((option) => (
          <RadioControl.Item
            key={option.value}
            value={option.value}
            disabled={option.disabled ?? false}
            required={required}
          >
            {option.label}
          </RadioControl.Item>
        ))}
      </RadioControl>
      {invalid.message}
    </div>
  )
}

function chosen(value: string): string | undefined {
  return value === '' ? undefined : value
}
