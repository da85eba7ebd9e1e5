import { Input as InputControl } from '@openai/apps-sdk-ui/components/Input'
import type { ReactNode } from 'react'
import type { Input } from '../../kit/index.ts'
import { useField } from '../form/use-field.ts'

/** Draws an Input. */
export function InputView({ node }: { node: Input }): ReactNode {
  const {
    name,
    inputType = 'text',
    defaultValue = '',
    placeholder,
    disabled = false,
    allowAutofillExtensions = false,
  } = node
  const field = useField({ name, seed: defaultValue, disabled, toFormValue: String, fallbackName: placeholder })
  return (
    <InputControl
      ref={field.ref}
      className="pk-input"
      id={field.id}
      name={name}
      type={inputType}
      value={field.value}
      onChange={(event) => field.set(event.currentTarget.value)}
      aria-label={field.ariaLabel}
      placeholder={placeholder}
      required={node.required}
      pattern={node.pattern}
      disabled={disabled}
      autoFocus={node.autoFocus}
      autoSelect={node.autoSelect ?? false}
      autoComplete={allowAutofillExtensions ? undefined : 'off'}
      allowAutofillExtensions={allowAutofillExtensions}
      variant={node.variant ?? 'outline'}
      size={node.size ?? 'md'}
      pill={node.pill ?? false}
      {...(node.gutterSize && { gutterSize: node.gutterSize })}
      {...(inputType === 'number' && { step: 'any' })}
    />
  )
}
