import { Textarea as TextareaControl } from '@openai/apps-sdk-ui/components/Textarea'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Textarea } from '../../kit/index.ts'
import { matchesPattern } from '../form/pattern.ts'
import { useField } from '../form/use-field.ts'
import { useLabels } from '../labels.ts'

/** Draws a Textarea. */
export function TextareaView({ node }: { node: Textarea }): ReactNode {
  const { name, defaultValue = '', placeholder, disabled = false, allowAutofillExtensions = false, pattern } = node
  const labels = useLabels()
  const field = useField({ name, seed: defaultValue, disabled, toFormValue: String, fallbackName: placeholder })
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    area.current?.setCustomValidity(matchesPattern(field.value, pattern) ? '' : labels.patternMismatch)
  }, [field.value, pattern, labels])
  return (
    <div className="pk-input" ref={field.ref}>
      <TextareaControl
        ref={area}
        id={field.id}
        name={name}
        value={field.value}
        onChange={(event) => field.set(event.currentTarget.value)}
        aria-label={field.ariaLabel}
        placeholder={placeholder}
        required={node.required}
        disabled={disabled}
        autoFocus={node.autoFocus}
        autoSelect={node.autoSelect ?? false}
        autoComplete={allowAutofillExtensions ? undefined : 'off'}
        allowAutofillExtensions={allowAutofillExtensions}
        variant={node.variant ?? 'outline'}
        size={node.size ?? 'md'}
        rows={node.rows ?? 3}
        autoResize={node.autoResize ?? false}
        {...(node.gutterSize && { gutterSize: node.gutterSize })}
        {...(node.maxRows !== undefined && { maxRows: node.maxRows })}
      />
    </div>
  )
}
