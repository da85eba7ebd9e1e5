import type { StructuredInputItem, ThreadStatus } from '../../protocol/index.ts'
import type { ChatState } from './state.ts'

/** Whether something runs that the composer and server actions have to wait for. */
export function isBusy(state: ChatState): boolean {
  return state.turn.status !== 'idle' || state.threadLoad === 'loading'
}

/** Whether a stop button has something to stop: the server allows it unless it says otherwise. */
export function canStop(state: ChatState): boolean {
  return state.turn.status !== 'idle' && state.thread.allowCancel
}

/** Active until a loaded thread says that it is locked or closed. */
export function threadStatus(state: ChatState): ThreadStatus {
  return state.thread.thread?.status ?? { type: 'active' }
}

/** The questions that stand in the composer's place, once the turn that asked them has ended. */
export function pendingStructuredInput(state: ChatState): StructuredInputItem | null {
  if (state.turn.status !== 'idle' && state.turn.kind !== 'structured_input') return null
  const last = state.thread.items.findLast((item) => item.type !== 'end_of_turn')
  return last?.type === 'structured_input' && last.status === 'pending' ? last : null
}

/** Whether the composer's content may be sent now. */
export function canSend(state: ChatState): boolean {
  const { content, attachments } = state.composer
  const hasText = content.some((part) => part.type === 'input_tag' || part.text.trim() !== '')
  return (
    state.status !== 'failed' &&
    state.options !== null &&
    !isBusy(state) &&
    threadStatus(state).type === 'active' &&
    attachments.every((attachment) => attachment.status !== 'uploading') &&
    (hasText || attachments.some((attachment) => attachment.status === 'done'))
  )
}

/** Whether server actions of widgets are held back while a response runs. */
export function actionsBlocked(state: ChatState): boolean {
  return isBusy(state)
}

/** The user message a response belongs to: the newest one at or before `itemId`. */
export function userMessageBefore(state: ChatState, itemId: string): string | null {
  const { items } = state.thread
  const at = items.findIndex((item) => item.id === itemId)
  return items.slice(0, at + 1).findLast((item) => item.type === 'user_message')?.id ?? null
}

/** The items of the response that `itemId` belongs to: everything between two user messages. */
export function responseItems(state: ChatState, itemId: string): readonly string[] {
  const { items } = state.thread
  const at = items.findIndex((item) => item.id === itemId)
  const start = items.slice(0, at + 1).findLastIndex((item) => item.type === 'user_message') + 1
  const next = items.findIndex((item, index) => index > at && item.type === 'user_message')
  return items
    .slice(start, next === -1 ? items.length : next)
    .filter((item) => item.type !== 'user_message')
    .map((item) => item.id)
}
