import { lazy, type ReactNode } from 'react'
import type { Select } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { useField } from '../form/use-field.ts'
import { ControlFallback } from './control-fallback.tsx'
import { Deferred } from './deferred.tsx'

const SelectMenu = lazy(() => import('./select-menu.tsx'))

/** Draws a Select. Its menu is loaded when the first one is drawn; its value counts from the start. */
export function SelectView({ node }: { node: Select }): ReactNode {
  const { name, options, defaultValue = '', disabled = false, block = false } = node
  const seed = options.some(({ value }) => value === defaultValue) ? defaultValue : ''
  const field = useField({ name, seed, disabled, toFormValue: chosen, fallbackName: node.placeholder })
  const { inert, run } = useAction(node.onChangeAction, 'Select.onChangeAction')
  const change = (value: string) => {
    field.set(value)
    run({ [name]: value })
  }
  return (
    <span className="pk-picker" data-block={block || undefined} ref={field.ref}>
      <Deferred fallback={<ControlFallback size={node.size} />}>
        <SelectMenu node={node} field={field} inert={inert} onChange={change} />
      </Deferred>
    </span>
  )
}

function chosen(value: string): string | undefined {
  return value === '' ? undefined : value
}
