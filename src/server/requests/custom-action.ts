import { type ActionCall, loadAction, loadSender, widgetUpdates } from '../action-call.ts'
import type { Call } from '../call.ts'
import type { PreparedTurn } from '../run-turn.ts'
import type { ParamsByType } from './handler.ts'
import { streamOptions } from './user-message.ts'

export async function customAction<Context>(
  call: Call<Context>,
  params: ParamsByType['threads.custom_action'],
): Promise<PreparedTurn<Context>> {
  const { thread, sender } = await loadSender(call, params)
  if (sender && sender.type !== 'widget') {
    return { opening: [{ type: 'error', code: 'stream.error', allow_retry: false }] } // reference/protocol.md §6
  }
  const where = { thread, sender }
  const loaded = await loadAction<Context, ActionCall<Context>>(call, params, call.options.actions, where)
  const { entry, input, action } = loaded
  return {
    opening: [streamOptions(call)],
    turn: {
      cause: { thread },
      answer(turn, { push, track }) {
        const { state, update } = widgetUpdates(call, loaded, (item) =>
          push({ event: { type: 'thread.item.replaced', item }, kept: true }),
        )
        const { context, store, signal, log } = turn
        return entry.handler({
          input,
          state,
          update: (next) => track(update(next)),
          turn,
          sender,
          action,
          thread,
          context,
          store,
          signal,
          log,
        })
      },
    },
  }
}
