import { type CompiledQuery, type Expression, type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Stands for a value that each run gives. */
class Named {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A query whose text is built at its first run: for the large ones, building costs more than running. */
export function builtOnce<Values extends Record<string, unknown>, Row>(
  db: Kysely<Tables>,
  build: (value: <Name extends keyof Values & string>(name: Name) => Expression<Values[Name]>) => {
    compile(): CompiledQuery<Row>
  },
): (values: Values) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined
  return async (values) => {
    built ??= build((name) => sql`${new Named(name)}`).compile()
    const parameters = built.parameters.map((value) => (value instanceof Named ? values[value.name] : value))
    return (await db.executeQuery<Row>({ ...built, parameters })).rows
  }
}
