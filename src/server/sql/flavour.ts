import type { ColumnDefinitionBuilder, Expression, Kysely, RawBuilder, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** What one database does in another way than the other. */
export interface Flavour {
  name: 'sqlite' | 'postgres'
  /** The column type of `seq`, and how it grows. */
  seqType: 'integer' | 'bigint'
  growing(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder
  /** The clock that decides who holds a thread, in ms since 1970. */
  now(): RawBuilder<number>
  /** Whether a column's value is in a list of any length, as one parameter. */
  isIn(column: Expression<string>, keys: readonly string[]): RawBuilder<boolean>
  /** Runs the migrations alone, also when several processes start at once. */
  alone(db: Kysely<Tables>, work: (db: Kysely<Tables> | Transaction<Tables>) => Promise<void>): Promise<void>
  /** After how many ms a failed call may work: it was refused, or the connection broke. `null` if it will not. */
  retryAfter(error: unknown, attempt: number): number | null
}
