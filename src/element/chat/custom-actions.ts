import { ParlorError } from '../../errors.ts'
import type { WidgetRoot } from '../../kit/index.ts'
import type { WireAction } from '../../protocol/index.ts'
import type { ChatCore } from './core.ts'
import { failureOf } from './failures.ts'
import { isBusy } from './selectors.ts'
import type { ActionRoute, StructuredAnswers } from './state.ts'
import type { Turns } from './turns.ts'

export interface CustomActions {
  /** An action of a widget in the thread, on the way it asks for; never rejects. */
  fromWidget(itemId: string, action: WireAction, route: ActionRoute): Promise<void>
  /** An action the host handles; never rejects. */
  inHost(action: WireAction, widgetItem: { id: string; widget: WidgetRoot }): Promise<void>
  /** `threads.custom_action` for the active thread; resolves at the end of its stream, rejects when it failed. */
  send(action: WireAction, itemId: string | undefined): Promise<void>
  answerStructuredInput(itemId: string, answers: StructuredAnswers | null): void
}

/** Sends what a person did to a widget or a structured input. */
export function createCustomActions(core: ChatCore, turns: Turns, retryFrom: (itemId: string) => void): CustomActions {
  async function fromWidget(itemId: string, action: WireAction, route: ActionRoute): Promise<void> {
    const item = core.get().thread.items.find(({ id }) => id === itemId)
    const widget = item?.type === 'widget' ? item.widget : null
    core.log('widget.action', { widgetType: widget?.type ?? null, actionType: action.type, handler: route.handler })
    if (route.handler === 'client') return widget ? inHost(action, { id: itemId, widget }) : undefined
    if (!route.streaming) return sendSync(itemId, action)
    if (!isBusy(core.get())) await send(action, itemId).catch(() => {}) // the turn has shown and reported it
  }

  async function inHost(action: WireAction, widgetItem: { id: string; widget: WidgetRoot }): Promise<void> {
    const { onAction } = core.options().widgets
    try {
      if (!onAction) throw noClientHandler(action)
      await onAction(action, widgetItem)
    } catch (error) {
      core.report('IntegrationError', error)
    }
  }

  async function sendSync(itemId: string, action: WireAction, key = core.createId()): Promise<void> {
    const { threadId } = core.get()
    if (!threadId) return
    try {
      const { updated_item } = await core
        .client()
        .request(
          'threads.sync_custom_action',
          { thread_id: threadId, item_id: itemId, action },
          { idempotencyKey: key },
        )
      if (updated_item && core.get().threadId === threadId) {
        core.apply({ type: 'thread.item.replaced', item: updated_item })
      }
    } catch (error) {
      core.report('StreamError', error)
      if (core.get().threadId !== threadId) return
      core.patchTurn({ error: failureOf(error) })
      turns.offerRetry(() => {
        core.patchTurn({ error: null })
        void sendSync(itemId, action, key)
      })
    }
  }

  async function send(action: WireAction, itemId: string | undefined, key = core.createId()): Promise<void> {
    const { threadId } = core.get()
    if (!threadId) throw noThread()
    await turns.run({
      kind: 'action',
      request: {
        type: 'threads.custom_action',
        params: { thread_id: threadId, action, ...(itemId === undefined ? {} : { item_id: itemId }) },
        key,
      },
      retry: () => void send(action, itemId, key).catch(() => {}),
    })
  }

  function answerStructuredInput(itemId: string, answers: StructuredAnswers | null): void {
    const state = core.get()
    const { threadId } = state
    if (!threadId || isBusy(state)) return
    const input = answers ? { status: 'answered' as const, answers } : { status: 'skipped' as const, answers: {} }
    turns
      .run({
        kind: 'structured_input',
        request: { type: 'threads.add_structured_input', params: { thread_id: threadId, item_id: itemId, input } },
        retry() {
          const { items } = core.get().thread
          const item = items.find(({ id }) => id === itemId)
          // Once the server took the answers it takes no others: what is left is to ask from the message on.
          if (item?.type === 'structured_input' && item.status === 'pending') {
            return answerStructuredInput(itemId, answers)
          }
          const message = items.findLast(({ type }) => type === 'user_message')
          if (message) retryFrom(message.id)
        },
      })
      .catch(() => {})
  }

  return { fromWidget, inHost, send: (action, itemId) => send(action, itemId), answerStructuredInput }
}

function noClientHandler(action: WireAction): ParlorError {
  return new ParlorError('unknown_action', {
    at: action.type,
    problem: 'A widget sent an action to the host and there is no widgets.onAction to handle it',
    hint: 'Set the widgets.onAction option, or give the action handler "server"',
  })
}

function noThread(): ParlorError {
  return new ParlorError('misuse', {
    at: 'sendCustomAction',
    problem: 'There is no thread yet',
    hint: 'Send a message or call setThreadId first',
  })
}
