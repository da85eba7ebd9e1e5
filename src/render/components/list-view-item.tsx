import { createContext, type ReactNode, useContext, useId } from 'react'
import type { ListViewItem } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { FieldGroup } from '../form/field-group.tsx'
import { Children } from '../nodes.tsx'
import { cssAlign } from '../theme/box-style.ts'
import { cssSpace } from '../theme/safe-css.ts'

/** Whether a row stands in a list. */
export const ListContext = createContext(false)

const defaultGap = 3 // spacing units: 12 px

/**
 * Draws a ListViewItem. With an action the whole row is clickable: a button as large as the row lies under its content, so that
 * controls in the row stay controls of their own, to the mouse and to a screen reader.
 */
export function ListViewItemView({ node }: { node: ListViewItem }): ReactNode {
  const inList = useContext(ListContext)
  const contentId = useId()
  const { pending, inert, run } = useAction(node.onClickAction, 'ListViewItem.onClickAction')
  const Row = inList ? 'li' : 'div'
  return (
    <Row className="pk-item" data-clickable={node.onClickAction ? true : undefined} data-pending={pending || undefined}>
      {node.onClickAction && (
        <button
          type="button"
          className="pk-item-target"
          aria-labelledby={contentId}
          aria-disabled={inert || pending || undefined}
          aria-busy={pending || undefined}
          onClick={() => run()}
        />
      )}
      <div
        id={contentId}
        className="pk-item-content"
        style={{ gap: cssSpace(node.gap ?? defaultGap), alignItems: cssAlign(node.align ?? 'center') }}
      >
        <FieldGroup node={node}>
          <Children of={node} />
        </FieldGroup>
      </div>
    </Row>
  )
}
