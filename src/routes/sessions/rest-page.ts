import { ParlorError } from '../../errors.ts'

/** What a list is asked for with: `limit` 0 to 100, one of the cursors at most. */
export interface Wanted {
  limit: number
  order: 'asc' | 'desc'
  after: string | undefined
  before: string | undefined
}

/** A page as OpenAI's API writes it. */
export interface RestPage<Row> {
  object: 'list'
  data: Row[]
  first_id: string | null
  last_id: string | null
  has_more: boolean
}

/** A page as ChatKit's protocol and stores have it. */
export interface SourcePage {
  data: readonly unknown[]
  has_more: boolean
  after?: string | undefined
}

/** Rows a list has when it does not say. */
const usual = 20
const most = 100

/** Reads the query of a list; throws `invalid_input` at the parameter that is wrong. */
export function wantedOf(query: URLSearchParams): Wanted {
  const limit = Number(query.get('limit') || usual)
  if (!Number.isInteger(limit) || limit < 0 || limit > most) throw invalid('limit', `Expected 0 to ${most}`)
  const order = query.get('order') || 'desc'
  if (order !== 'asc' && order !== 'desc') throw invalid('order', 'Expected asc or desc')
  const [after, before] = [query.get('after') || undefined, query.get('before') || undefined]
  if (after && before) throw invalid('before', 'Expected only one of after and before')
  return { limit, order, after, before }
}

function invalid(at: string, problem: string): ParlorError {
  return new ParlorError('invalid_input', { at, problem, hint: '' })
}

/**
 * Fills one page. Rows that have no form in this API do not count, so that a page is only short at the end of the list; rows before
 * a cursor are read from it backwards.
 */
export async function restPage<Row extends { id: string }>(
  { limit, order, after, before }: Wanted,
  load: (page: { limit: number; order: 'asc' | 'desc'; after?: string }) => Promise<SourcePage>,
  toRow: (source: unknown) => Row | null,
): Promise<RestPage<Row>> {
  const backwards = before !== undefined
  const direction = backwards === (order === 'asc') ? 'desc' : 'asc'
  const rows: Row[] = []
  let cursor = before ?? after
  for (let more = true; more && rows.length <= limit; ) {
    const page = await load({
      limit: Math.max(limit + 1 - rows.length, usual),
      order: direction,
      ...(cursor === undefined ? {} : { after: cursor }),
    })
    rows.push(...page.data.flatMap((source) => toRow(source) ?? []))
    more = page.has_more && page.after !== undefined && page.after !== cursor
    cursor = page.after
  }
  const data = rows.slice(0, limit)
  if (backwards) data.reverse()
  return {
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: rows.length > limit,
  }
}
