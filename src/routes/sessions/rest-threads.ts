import { z } from 'zod'
import { ParlorError } from '../../errors.ts'
import { decodeItem, pageOf, type ThreadMetadata, threadMetadataSchema, threadSchema } from '../../protocol/index.ts'
import { json } from '../answers.ts'
import { type AskChat, isMissing } from './ask-chat.ts'
import { restItem, unixSeconds } from './rest-items.ts'
import { restPage, type SourcePage, wantedOf } from './rest-page.ts'

/** What REST endpoints have to know beyond one user, as `ChatStore.upkeep` tells it. */
export interface SessionUpkeep {
  ownerOf(threadId: string): Promise<string | null>
  listThreads(page: { limit: number; order: 'asc' | 'desc'; after?: string }): Promise<SourcePage>
}

const rowsSchema = pageOf(z.unknown())
const ownedSchema = threadMetadataSchema.extend({ user: z.string() })

/** `/v1/chatkit/threads` and what is below it, answered by the chat in the name of each thread's owner. */
export function threadEndpoints(ask: AskChat, upkeep: SessionUpkeep) {
  async function ownerOf(threadId: string): Promise<string> {
    const user = await upkeep.ownerOf(threadId)
    if (user === null) throw noSuchThread(threadId)
    return user
  }

  /** A thread may go while it is read. */
  async function ofThread<Answer>(threadId: string, answer: (user: string) => Promise<Answer>): Promise<Answer> {
    const user = await ownerOf(threadId)
    return answer(user).catch((error: unknown) => {
      throw isMissing(error) ? noSuchThread(threadId) : error
    })
  }

  return {
    async list({ signal, url }: Request): Promise<Response> {
      const query = new URL(url).searchParams
      const user = query.get('user')
      const wanted = wantedOf(query)
      if (!user) {
        const load = (page: Parameters<SessionUpkeep['listThreads']>[0]) => upkeep.listThreads(page)
        return json(await restPage(wanted, load, (row) => restThread(ownedSchema.parse(row))))
      }
      const load = async (page: object) => rowsSchema.parse(await ask(user, 'threads.list', page, signal))
      return json(await restPage(wanted, load, (row) => restThread({ ...threadSchema.parse(row), user })))
    },

    async retrieve({ signal }: Request, threadId: string): Promise<Response> {
      return ofThread(threadId, async (user) => {
        const thread = threadMetadataSchema.parse(await ask(user, 'threads.get_by_id', { thread_id: threadId }, signal))
        return json(restThread({ ...thread, user }))
      })
    },

    async delete({ signal }: Request, threadId: string): Promise<Response> {
      return ofThread(threadId, async (user) => {
        await ask(user, 'threads.delete', { thread_id: threadId }, signal)
        return json({ id: threadId, object: 'chatkit.thread.deleted', deleted: true })
      })
    },

    async items({ signal, url }: Request, threadId: string): Promise<Response> {
      const wanted = wantedOf(new URL(url).searchParams)
      return ofThread(threadId, async (user) => {
        const load = async (page: object) =>
          rowsSchema.parse(await ask(user, 'items.list', { thread_id: threadId, ...page }, signal))
        return json(
          await restPage(wanted, load, (row) => {
            const read = decodeItem(row)
            return 'item' in read ? restItem(read.item) : null
          }),
        )
      })
    },
  }
}

function restThread({ id, created_at, title, status, user }: ThreadMetadata & { user: string }) {
  return {
    id,
    object: 'chatkit.thread',
    created_at: unixSeconds(created_at),
    title: title ?? null,
    status: status.type === 'active' ? { type: status.type } : { type: status.type, reason: status.reason ?? null },
    user,
  } as const
}

function noSuchThread(id: string): ParlorError {
  return new ParlorError('not_found', { at: 'thread_id', problem: `Thread with id '${id}' not found`, hint: '' })
}
