import { createContext, type MouseEvent, type ReactNode, useContext, useId } from 'react'
import type { ListViewItem } from '../../kit/index.ts'
import { useAction } from '../action/use-action.ts'
import { FieldGroup } from '../form/field-group.tsx'
import { Children } from '../nodes.tsx'
import { cssAlign } from '../theme/box-style.ts'
import { cssSpace } from '../theme/safe-css.ts'

/** Whether a row stands in a list. */
export const ListContext = createContext(false)

const defaultGap = 3 // spacing units: 12 px

/** What in a row is used for itself: a click there is not a click on the row. */
const controls = 'a, button, input, textarea, select, label, [role="button"], [role="combobox"]'

/**
 * Draws a ListViewItem. With an action the whole row hears clicks, and a button along its edge stands for it: to the keyboard, and
 * to a screen reader, which must not find the row's own controls inside another one.
 */
export function ListViewItemView({ node }: { node: ListViewItem }): ReactNode {
  const inList = useContext(ListContext)
  const contentId = useId()
  const { pending, inert, run } = useAction(node.onClickAction, 'ListViewItem.onClickAction')
  const clickable = node.onClickAction !== undefined
  const Row = inList ? 'li' : 'div'
  const click = (event: MouseEvent) => {
    const { target, currentTarget } = event
    if (!(target instanceof Element) || !currentTarget.contains(target)) return // in a popover opened from here
    const control = target.closest(controls)
    if (!control || control.classList.contains('pk-item-target') || !currentTarget.contains(control)) run()
  }
  return (
    <Row
      className="pk-item"
      data-clickable={(clickable && !inert) || undefined}
      data-pending={pending || undefined}
      onClick={clickable ? click : undefined}
    >
      {clickable && (
        <button
          type="button"
          className="pk-item-target"
          aria-labelledby={contentId}
          aria-disabled={inert || pending || undefined}
          aria-busy={pending || undefined}
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
