import type { ThreadItem } from '../../../protocol/index.ts'

/** How many rows share one block that the browser may skip while it is out of sight. */
const GROUP_SIZE = 10

/** One line of the conversation. */
export interface Row {
  item: ThreadItem
  /** What stands below the row: where a response ends, its actions, with `copy` among them if it has a text. */
  end: 'none' | 'actions' | 'copy'
}

/** Rows that are drawn, skipped and compared together. */
export interface RowGroup {
  key: number
  rows: readonly Row[]
}

/** Items that nobody sees: they end a turn, call the host, or are answered elsewhere. */
function isVisible(item: ThreadItem): boolean {
  switch (item.type) {
    case 'client_tool_call':
    case 'end_of_turn':
    case 'hidden_context_item':
    case 'sdk_hidden_context':
      return false
    case 'structured_input':
      return item.status !== 'pending'
    default:
      return true
  }
}

/** Whether "Copy" finds something in it. */
function hasText(item: ThreadItem): boolean {
  return item.type === 'assistant_message' || (item.type === 'widget' && (item.copy_text ?? '') !== '')
}

/** The visible items as rows. A response is everything between two messages of the person; while it runs it has no end. */
export function toRows(items: readonly ThreadItem[], running: boolean): Row[] {
  const visible = items.filter(isVisible)
  let copyable = false
  return visible.map((item, index): Row => {
    copyable = item.type !== 'user_message' && (copyable || hasText(item))
    const next = visible[index + 1]
    const atEnd = next === undefined ? !running : next.type === 'user_message'
    const ends = item.type !== 'user_message' && atEnd
    return { item, end: ends ? (copyable ? 'copy' : 'actions') : 'none' }
  })
}

/**
 * Rows in groups, counted from the row of `anchorId` in both directions, so that neither new rows at the end nor older
 * ones at the beginning move a row into another group (which would draw it anew and lose what was typed into it).
 */
export function inGroups(rows: readonly Row[], anchorId: string | null): RowGroup[] {
  const anchor = Math.max(
    rows.findIndex(({ item }) => item.id === anchorId),
    0,
  )
  const groups = new Map<number, Row[]>()
  rows.forEach((row, index) => {
    const key = Math.floor((index - anchor) / GROUP_SIZE)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  })
  return [...groups].map(([key, grouped]) => ({ key, rows: grouped }))
}

/** Whether two lists of rows show the same: the same items, with the same ends. */
export function sameRows(before: readonly Row[], after: readonly Row[]): boolean {
  return (
    before.length === after.length &&
    before.every((row, index) => row.item === after[index]?.item && row.end === after[index]?.end)
  )
}
