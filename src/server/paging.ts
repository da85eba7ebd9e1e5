import type { PageRequest } from './store.ts'

/** Rows of a page when none, or 0, is asked for. */
export const defaultPageSize = 20
/** Rows of a page at most: ChatKit's own UI asks for 9,999 threads, and gets the rest by `after`. */
const largestPage = 1000

/** What a request asks for, as a store takes it. */
export function pageRequest(params: {
  limit?: number | null | undefined
  order?: 'asc' | 'desc' | null | undefined
  after?: string | null | undefined
}): PageRequest {
  const limit = Math.min(params.limit || defaultPageSize, largestPage)
  return { limit, order: params.order ?? 'desc', after: params.after ?? undefined }
}
