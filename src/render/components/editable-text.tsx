import { type HTMLAttributes, type ReactNode, useEffect, useRef } from 'react'
import type { Editable } from '../../kit/index.ts'
import { matchesPattern } from '../form/pattern.ts'
import { useField } from '../form/use-field.ts'
import { useLabels } from '../labels.ts'

/** A text to edit, and the look of the text it replaces. */
export interface EditableTextProps {
  value: string
  editable: Editable
  /** How the text would look that the field stands for. */
  attributes: HTMLAttributes<HTMLDivElement>
}

/** A text that can be changed in place. It grows with its lines, and takes up streamed text until the user edits it. */
export function EditableText({ value: seed, editable, attributes }: EditableTextProps): ReactNode {
  const { name, autoFocus, autoSelect, autoComplete, allowAutofillExtensions, pattern, placeholder, required } =
    editable
  const labels = useLabels()
  const field = useField({ name, seed, keepEdit: isGrowth, toFormValue: String, fallbackName: placeholder })
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (autoSelect) area.current?.select()
  }, [autoSelect])
  useEffect(() => {
    area.current?.setCustomValidity(matchesPattern(field.value, pattern) ? '' : labels.patternMismatch)
  }, [field.value, pattern, labels])
  const ignored = allowAutofillExtensions ? {} : { 'data-1p-ignore': true, 'data-lpignore': true }
  return (
    <div {...attributes} ref={field.ref} data-editable data-copy={`${field.value || placeholder || ''} `}>
      <textarea
        ref={area}
        id={field.id}
        name={name}
        rows={1}
        value={field.value}
        onChange={(event) => field.set(event.currentTarget.value)}
        aria-label={field.ariaLabel}
        // biome-ignore lint/a11y/noAutofocus: the widget's author asks for it
        autoFocus={autoFocus}
        autoComplete={autoComplete ?? (allowAutofillExtensions ? undefined : 'off')}
        placeholder={placeholder}
        required={required}
        {...ignored}
      />
    </div>
  )
}

function isGrowth(before: string, after: string): boolean {
  return after.startsWith(before)
}
