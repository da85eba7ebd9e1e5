import { createContext, type ReactNode, useContext, useId, useMemo } from 'react'
import { childrenOf } from '../../kit/index.ts'
import type { DrawnNode } from '../nodes.tsx'

/** A part of a widget in which a label and its control find each other: a form, a row, else the widget. */
interface FieldGroupValue {
  prefix: string
  labelled: ReadonlySet<string>
}

const FieldGroupContext = createContext<FieldGroupValue>({ prefix: '', labelled: new Set() })

/** Begins such a part. */
export function FieldGroup({ node, children }: { node: DrawnNode; children: ReactNode }): ReactNode {
  const prefix = useId()
  const value = useMemo(() => ({ prefix, labelled: new Set(labelledNames(node)) }), [prefix, node])
  return <FieldGroupContext value={value}>{children}</FieldGroupContext>
}

/** The ids that tie a control to its label, and whether there is a label. */
export function useFieldIds(name: string): { id: string; labelId: string; labelled: boolean } {
  const { prefix, labelled } = useContext(FieldGroupContext)
  const id = `${prefix}-${name}`
  return { id, labelId: `${id}-label`, labelled: labelled.has(name) }
}

/** The components that begin a part of their own. */
const groups: ReadonlySet<string> = new Set(['Form', 'ListViewItem', 'Table.Row'])

function* labelledNames(node: DrawnNode): Generator<string> {
  for (const child of childrenOf(node)) {
    if (child.type === 'Label') yield child.fieldName
    else if (!groups.has(child.type)) yield* labelledNames(child)
  }
}
