import { type ReactNode, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { childrenOf, type ListView } from '../../kit/index.ts'
import { useLabels } from '../labels.ts'
import { type DrawnNode, Nodes } from '../nodes.tsx'
import { ListContext } from './list-view-item.tsx'
import { Status } from './status.tsx'
import { ThemeScope } from './theme-scope.tsx'

/** Rows shown with `limit: "auto"`. ChatKit's own rule is unknown; six rows are about the height of a card with a picture. */
const autoLimit = 6
/** "Show more" is not worth its place for a single row. */
const fewestHidden = 2

/** Draws a ListView: its status, its rows, and "Show more" where there are more than `limit`. */
export function ListViewView({ node }: { node: ListView }): ReactNode {
  const labels = useLabels()
  const list = useRef<HTMLUListElement>(null)
  const [expanded, setExpanded] = useState(false)
  const rows = useMemo(() => childrenOf(node).map(asRow), [node])
  const limit = rowsShown(node.limit, rows.length)
  const showAll = () => {
    flushSync(() => setExpanded(true))
    const first = list.current?.children[limit]
    if (!(first instanceof HTMLElement)) return
    first.tabIndex = -1 // the button is gone: reading goes on at the first new row
    first.focus()
  }
  if (rows.length === 0 && !node.status) return null // an empty frame would be a line
  return (
    <ThemeScope theme={node.theme}>
      <div className="pk-list-view">
        {node.status && <Status status={node.status} />}
        <ul className="pk-rows" ref={list}>
          <ListContext value={true}>
            <Nodes nodes={expanded ? rows : rows.slice(0, limit)} />
          </ListContext>
        </ul>
        {!expanded && limit < rows.length && (
          <button type="button" className="pk-show-more" onClick={showAll}>
            {labels.showMore}
          </button>
        )}
      </div>
    </ThemeScope>
  )
}

function rowsShown(limit: ListView['limit'], count: number): number {
  if (typeof limit === 'number') return Math.max(limit, 0)
  return count < autoLimit + fewestHidden ? count : autoLimit
}

/** A list takes rows; whatever else was sent stands in a row of its own. */
function asRow(node: DrawnNode): DrawnNode {
  if (node.type === 'ListViewItem') return node
  const row = { type: 'ListViewItem', children: [node] } as unknown as DrawnNode // any node may stand in a leniently read row
  return node.key === undefined ? row : { ...row, key: node.key }
}
