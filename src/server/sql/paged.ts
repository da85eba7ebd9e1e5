import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Page } from '../../protocol/index.ts'
import type { PageRequest } from '../store.ts'

/**
 * The rows of a page, by their `seq`: those after the row that `cursor` finds, or from the beginning if it finds none.
 * A range of an index, so that a page of a long thread costs what one of a short thread costs.
 */
export function isAfter(cursor: Expression<{ seq: number }>, { order }: PageRequest): RawBuilder<boolean> {
  return order === 'asc'
    ? sql<boolean>`seq > coalesce(${cursor}, 0)`
    : sql<boolean>`seq < coalesce(${cursor}, 9223372036854775807)`
}

/** How many rows to ask for: one more than the page has, which tells whether another page follows. */
export function oneMore({ limit }: PageRequest): number {
  return limit + 1
}

/** A page of what `oneMore` rows hold. */
export function pageOf<Row extends { id: string }>(rows: Row[], { limit }: PageRequest): Page<Row> {
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return last && rows.length > limit ? { data, has_more: true, after: last.id } : { data, has_more: false }
}
