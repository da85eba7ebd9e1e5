import { ParlorError } from '../../define/index.ts'
import { type SearchProgressState, type SearchQuery, type SearchResult, searchProgress } from './search-progress.tsx'

/** A card that begins to search. */
export function startSearch(id: string, ...queries: [string, ...string[]]): SearchProgressState {
  return searchProgress.parse({ id, queries: queries.map((query) => ({ query })) })
}

/** The card with more results below one of its queries; a page that is there already does not come twice. */
export function addResults(
  state: SearchProgressState,
  results: readonly SearchResult[],
  query = 0,
): SearchProgressState {
  return change(state, query, (before) => {
    const known = new Set(before.results.map(({ url }) => url))
    const fresh = results.filter(({ url }) => !known.has(url) && known.add(url))
    return { ...before, results: [...before.results, ...fresh] }
  })
}

/** The card with one query done. */
export function finishSearch(state: SearchProgressState, query = 0): SearchProgressState {
  return change(state, query, (before) => ({ ...before, status: 'done' }))
}

/** The card with one query failed, and why, in words for the user; what was found stays. */
export function failSearch(state: SearchProgressState, problem?: string, query = 0): SearchProgressState {
  return change(state, query, (before) => ({
    ...before,
    status: 'failed',
    ...(problem === undefined ? {} : { problem }),
  }))
}

function change(
  state: SearchProgressState,
  query: number,
  next: (before: SearchQuery) => SearchQuery,
): SearchProgressState {
  if (!state.queries[query]) {
    const problem = `there is no query ${query}, only ${state.queries.length}`
    throw new ParlorError('invalid_input', { at: `search-progress.queries[${query}]`, problem, hint: 'Count from 0.' })
  }
  return { ...state, queries: state.queries.map((one, index) => (index === query ? next(one) : one)) }
}
