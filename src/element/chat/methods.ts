import { ParlorError } from '../../errors.ts'
import type { Composer } from './composer.ts'
import type { ChatCore } from './core.ts'
import type { CustomActions } from './custom-actions.ts'
import { busyError } from './failures.ts'
import type { History } from './history.ts'
import { toContent, trimmed } from './messages.ts'
import type { SendUserMessageParams } from './params.ts'
import type { ChatMethods } from './state.ts'
import type { Threads } from './threads.ts'

export interface MethodsInit {
  core: ChatCore
  /** Resolves when the chat can be used. */
  ready: () => Promise<void>
  /** Resolves when no thread loads, nor is about to. */
  settled: () => Promise<void>
  threads: Threads
  composer: Composer
  history: History
  customActions: CustomActions
}

/**
 * The methods of the tag. Each waits until the chat is ready and until a thread that loads is there; while a response
 * runs they reject, except `focusComposer`, `showHistory` and `hideHistory`, which disturb nothing.
 */
export function createMethods({
  core,
  ready,
  settled,
  threads,
  composer,
  history,
  customActions,
}: MethodsInit): ChatMethods {
  const isStreaming = () => core.get().turn.status !== 'idle'

  async function idle(method: string): Promise<void> {
    await ready()
    await settled()
    if (isStreaming()) throw busyError(method)
  }

  async function sendUserMessage(params: SendUserMessageParams): Promise<void> {
    const content = trimmed(toContent(params.content ?? params.text))
    const attachments = params.attachments ?? []
    if (content.length === 0 && attachments.length === 0) throw nothingToSend()
    if (params.newThread) {
      await ready()
      if (isStreaming()) throw busyError('sendUserMessage')
      threads.close()
    } else await idle('sendUserMessage')
    if (core.get().threadLoad === 'failed') throw threadMissing()
    await composer.sendOther({
      content,
      attachments,
      quotedText: params.reply || null,
      toolId: params.toolChoice?.id ?? null,
      modelId: params.model ?? null,
    })
  }

  return {
    async focusComposer() {
      await ready()
      composer.focus()
    },
    async setThreadId(given) {
      const threadId = given ?? null // what a host without a thread has may be undefined
      await ready()
      if (isStreaming() && threadId !== core.get().threadId) throw busyError('setThreadId')
      // Hosts that mirror chatkit.thread.change back into setThreadId ask for what is there already.
      if (threadId === core.get().threadId && core.get().threadLoad !== 'failed') return threads.settled()
      if (threadId === null) threads.close()
      else await threads.open(threadId)
    },
    sendUserMessage,
    async setComposerValue(params) {
      await idle('setComposerValue')
      composer.setValue(params)
    },
    async sendCustomAction(action, itemId) {
      await idle('sendCustomAction')
      await customActions.send(action, itemId)
    },
    async showHistory() {
      await ready()
      if (!core.options().history.enabled) throw historyDisabled()
      history.show()
    },
    async hideHistory() {
      await ready()
      history.hide()
    },
    async fetchUpdates() {
      await idle('fetchUpdates')
      await threads.refresh()
    },
  }
}

function nothingToSend(): ParlorError {
  return new ParlorError('invalid_input', {
    at: 'sendUserMessage',
    problem: 'There is nothing to send',
    hint: 'Give text, content or attachments',
  })
}

function threadMissing(): ParlorError {
  return new ParlorError('not_found', {
    at: 'sendUserMessage',
    problem: 'The active thread could not be loaded',
    hint: 'Call setThreadId with another one, or give newThread: true',
  })
}

function historyDisabled(): ParlorError {
  return new ParlorError('misuse', {
    at: 'showHistory',
    problem: 'The history is disabled',
    hint: 'Set history.enabled to true',
  })
}
