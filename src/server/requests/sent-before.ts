import { isHidden, type ThreadItem, type ThreadMetadata, type UserMessageItem } from '../../protocol/index.ts'
import type { Call } from '../call.ts'
import { defaultPageSize } from '../paging.ts'
import type { PreparedTurn } from '../run-turn.ts'
import { streamOptions } from './user-message.ts'

/**
 * The answer to a message that was sent before, by the same key: what is kept of its answer is told again. Where nothing is, it is
 * answered now. `null` for a message that was not sent before.
 */
export async function sentBefore<Context>(
  call: Call<Context>,
  thread: ThreadMetadata,
  messageId: string,
): Promise<PreparedTurn<Context> | null> {
  if (call.key === null) return null
  const message = await call.store.loadItem(thread.id, messageId)
  if (message?.type !== 'user_message') return null
  const answer = await answerOf(call, message)
  const opening = [{ type: 'thread.item.done' as const, item: message }, streamOptions(call)]
  if (answer.every(isHidden)) {
    return { opening, turn: { cause: { thread, message }, answer: (turn) => call.options.respond(turn) } }
  }
  return { opening: [...opening, ...answer.map((item) => ({ type: 'thread.item.done' as const, item }))] }
}

/** What follows a message, up to the next one. */
async function answerOf<Context>({ store }: Call<Context>, message: UserMessageItem): Promise<ThreadItem[]> {
  const answer: ThreadItem[] = []
  let after: string | undefined = message.id
  while (after !== undefined) {
    const page = await store.listItems(message.thread_id, { limit: defaultPageSize, order: 'asc', after })
    for (const item of page.data) {
      if (item.type === 'user_message') return answer
      answer.push(item)
    }
    after = page.after
  }
  return answer
}
