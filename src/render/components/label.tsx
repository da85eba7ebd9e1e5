import type { ReactNode } from 'react'
import type { Label } from '../../kit/index.ts'
import { useFieldIds } from '../form/field-group.tsx'
import { useTextLine } from './text-line.ts'

/** Draws a Label, tied to the control whose name is `fieldName`. */
export function LabelView({ node }: { node: Label }): ReactNode {
  const { id, labelId } = useFieldIds(node.fieldName)
  return (
    <label id={labelId} htmlFor={id} className="pk-label" data-size={node.size ?? 'sm'} {...useTextLine(node)}>
      {node.value}
    </label>
  )
}
