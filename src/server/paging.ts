import type { PageRequest } from './store.ts'

/** Rows of a page when none, or 0, is asked for. */
export const defaultPageSize = 20

/** What a request asks for, as a store takes it. */
export function pageRequest(params: {
  limit?: number | null | undefined
  order?: 'asc' | 'desc' | null | undefined
  after?: string | null | undefined
}): PageRequest {
  return { limit: params.limit || defaultPageSize, order: params.order ?? 'desc', after: params.after ?? undefined }
}
