import { z } from 'zod'
import type { ParlorError } from '../errors.ts'
import {
  attachmentSchema,
  decodeItem,
  dropNulls,
  isHidden,
  type JsonAnswers,
  type JsonRequestType,
  type Page,
  type Thread,
  type ThreadItem,
  threadMetadataSchema,
} from '../protocol/index.ts'

/** Called with what was skipped; the rest of the answer is used. */
export type OnProblem = (error: ParlorError) => void

const pageSchema = z.object({
  data: z.array(z.unknown()),
  has_more: z.boolean().nullish(),
  after: z.string().nullish(),
})
const emptyPage: z.infer<typeof pageSchema> = { data: [] }
const threadSchema = z.object({ items: pageSchema.nullish() }).loose()

/** Reads the JSON each request answers with; throws a ZodError when the whole is not what was asked for. */
export const readAnswer: {
  readonly [Type in JsonRequestType]: (json: unknown, onProblem: OnProblem) => JsonAnswers[Type]
} = {
  'threads.sync_custom_action': (json, onProblem) => {
    const { updated_item } = z.object({ updated_item: z.unknown().optional() }).parse(json ?? {})
    const item = updated_item ? readItem(updated_item, onProblem) : null
    return item ? { updated_item: item } : {}
  },
  'threads.get_by_id': readThread,
  'threads.list': (json, onProblem) => readPage(pageSchema.parse(json), (row) => readThread(row, onProblem)),
  'threads.update': readThread,
  'threads.delete': () => ({}),
  'items.list': (json, onProblem) => readItems(pageSchema.parse(json), onProblem),
  'items.feedback': () => ({}),
  'attachments.create': (json) => attachmentSchema.parse(dropNulls(json)),
  'attachments.delete': () => ({}),
  'input.transcribe': (json) => z.object({ text: z.string() }).parse(json),
}

function readThread(json: unknown, onProblem: OnProblem): Thread {
  const { items, ...metadata } = threadSchema.parse(json)
  return { ...threadMetadataSchema.parse(dropNulls(metadata)), items: readItems(items ?? emptyPage, onProblem) }
}

function readItems(page: z.infer<typeof pageSchema>, onProblem: OnProblem): Page<ThreadItem> {
  return readPage(page, (row) => readItem(row, onProblem))
}

/** Hidden items should never come; should one come all the same, it stays out here. */
function readItem(json: unknown, onProblem: OnProblem): ThreadItem | null {
  const result = decodeItem(json)
  if ('problem' in result) onProblem(result.problem)
  return 'item' in result && !isHidden(result.item) ? result.item : null
}

function readPage<Row>(
  { data, has_more, after }: z.infer<typeof pageSchema>,
  read: (row: unknown) => Row | null,
): Page<Row> {
  const rows = data.map(read).filter((row) => row !== null)
  return { data: rows, has_more: has_more ?? false, ...(after ? { after } : {}) }
}
