import { ParlorError } from '../../errors.ts'
import { noSuchItem, noSuchThread } from '../not-found.ts'
import { defaultPageSize } from '../paging.ts'
import type { StreamHandler } from './handler.ts'
import { streamOptions } from './user-message.ts'

/** Drops what came after a message and answers it anew; clients drop those items by themselves. */
export const retryAfterItem: StreamHandler<'threads.retry_after_item'> = async (call, { thread_id, item_id }) => {
  const { store } = call
  const thread = await store.loadThread(thread_id)
  if (!thread) throw noSuchThread(thread_id)
  const message = await store.loadItem(thread_id, item_id)
  if (!message) throw noSuchItem(item_id)
  if (message.type !== 'user_message') throw notAMessage(item_id, message.type)

  for (const id of await newerThan(item_id)) await store.deleteItem(thread_id, id)
  return {
    opening: [streamOptions(call)],
    turn: { cause: { thread, message }, answer: (turn) => call.options.respond(turn) },
  }

  /** All of them are found before the first is deleted: a cursor that is gone would start again. */
  async function newerThan(itemId: string): Promise<string[]> {
    const newer: string[] = []
    let after: string | undefined
    do {
      const page = await store.listItems(thread_id, { limit: defaultPageSize, order: 'desc', after })
      for (const { id } of page.data) {
        if (id === itemId) return newer
        newer.push(id)
      }
      after = page.after
    } while (after !== undefined)
    throw noSuchItem(itemId)
  }
}

function notAMessage(itemId: string, type: string): ParlorError {
  return new ParlorError('conflict', {
    at: 'params.item_id',
    problem: `${itemId} is a ${type}, not a user's message`,
    hint: 'Retry after the message that the turn answered',
  })
}
