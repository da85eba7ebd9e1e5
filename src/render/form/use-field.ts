import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { FormValue } from '../../kit/index.ts'
import { useFieldIds } from './field-group.tsx'
import { useForm } from './form-context.ts'

/** What a control is, to its form. */
export interface FieldOptions<Value> {
  /** Key of the form value. */
  name: string
  /** What the control begins with; another one later replaces what the user entered. */
  seed: Value
  disabled?: boolean | undefined
  /** Whether a new seed leaves what the user entered alone. */
  keepEdit?: (before: Value, after: Value) => boolean
  /** What the control gives to its form; `undefined` gives nothing. */
  toFormValue(value: Value): FormValue | undefined
  /** What takes the place of the seed when there is no label: read out as the control's name. */
  fallbackName?: string | undefined
}

/** A control's value, its names, and the way to change it. */
export interface FieldControl<Value> {
  /** Goes on the element that stands for the control in the document. */
  ref(element: Element | null): void
  id: string
  value: Value
  set(value: Value): void
  /** Name of the control for those who do not see it; absent when a label gives it. */
  ariaLabel: string | undefined
  /** Id of the label, for controls that `<label for>` cannot reach. */
  labelledBy: string | undefined
}

/** A control of the form around it: keeps the user's input through updates, and gives it to the form's actions. */
export function useField<Value>(options: FieldOptions<Value>): FieldControl<Value> {
  const { name, seed, disabled = false, keepEdit, toFormValue, fallbackName } = options
  const form = useForm()
  const scope = form?.scope
  const place = useRef<Element | null>(null)
  const ref = useCallback((element: Element | null) => {
    place.current = element
  }, [])
  const [value, setValue] = useSeeded(seed, keepEdit)
  const current = useRef<() => FormValue | undefined>(() => undefined)
  useLayoutEffect(() => {
    current.current = () => toFormValue(value)
  })
  useEffect(() => {
    const element = place.current
    if (!scope || disabled || !element) return
    return scope.add({ name, element, value: () => current.current() })
  }, [scope, name, disabled])
  const { id, labelId, labelled } = useFieldIds(name)
  return {
    ref,
    id,
    value,
    set: (next) => {
      current.current = () => toFormValue(next) // an action that runs in the same event already sees it
      setValue(next)
    },
    ariaLabel: labelled ? undefined : fallbackName || name,
    labelledBy: labelled ? labelId : undefined,
  }
}

/** State that begins as `seed`, and begins again with every other seed. */
function useSeeded<Value>(
  seed: Value,
  keepEdit?: (before: Value, after: Value) => boolean,
): [Value, (value: Value) => void] {
  const [state, setState] = useState({ seed, value: seed })
  let { value } = state
  if (!Object.is(state.seed, seed)) {
    const edited = !Object.is(value, state.seed)
    if (!(edited && keepEdit?.(state.seed, seed))) value = seed
    setState({ seed, value })
  }
  return [value, (next) => setState({ seed, value: next })]
}
