import type { ThreadItem } from '../protocol/index.ts'
import { type Call, tools } from './call.ts'
import type { TurnCause } from './create-turn.ts'
import type { PendingItems } from './pending-items.ts'

const note =
  'The user stopped this answer before it was complete. Do not continue it unless asked to; answer what comes next.'

/**
 * Keeps what a stopped turn leaves behind (reference/protocol.md §9), or lets the host's `onCancel` do so: messages as far as
 * they have come, if there is any text, and a note for the model. Widgets and workflows that were not done are lost.
 */
export async function keepCancelled<Context>(
  call: Call<Context>,
  { thread, message }: TurnCause,
  pending: PendingItems,
): Promise<void> {
  const { onCancel } = call.options
  const keep = async () => {
    const marker: ThreadItem = {
      type: 'sdk_hidden_context',
      id: call.id('shcx'),
      thread_id: thread.id,
      created_at: call.now(),
      content: note,
    }
    for (const item of [...pending.items().filter(hasText), marker]) await call.store.saveItem(thread.id, item)
  }
  try {
    if (onCancel) await onCancel({ thread, message: message ?? null, pending: pending.items(), keep }, tools(call))
    else await keep()
  } catch (error) {
    call.log.error({ err: error }, 'What a stopped turn left could not be saved')
  }
}

function hasText(item: ThreadItem): boolean {
  return item.type === 'assistant_message' && item.content.some(({ text }) => text.trim())
}
