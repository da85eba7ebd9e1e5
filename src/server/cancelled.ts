import type { ThreadItem } from '../protocol/index.ts'
import type { Call } from './call.ts'
import type { PendingMessages } from './pending-messages.ts'

const note =
  'The user stopped this answer before it was complete. Do not continue it unless asked to; answer what comes next.'

/**
 * Keeps what a stopped turn leaves behind (reference/protocol.md §9): messages as far as they have come, if there is any text,
 * and a note for the model. Widgets and workflows that were not done are lost.
 */
export async function keepCancelled<Context>(
  call: Call<Context>,
  threadId: string,
  pending: PendingMessages,
): Promise<void> {
  const marker: ThreadItem = {
    type: 'sdk_hidden_context',
    id: call.id('shcx'),
    thread_id: threadId,
    created_at: call.now(),
    content: note,
  }
  try {
    for (const item of [...pending.withText(), marker]) await call.store.saveItem(threadId, item)
  } catch (error) {
    call.log.error({ err: error }, 'What a stopped turn left could not be saved')
  }
}
