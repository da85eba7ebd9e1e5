import { ParlorError } from '../../errors.ts'
import type { Attachments } from './attachments.ts'
import type { Composer } from './composer.ts'
import type { ChatCore } from './core.ts'
import type { CustomActions } from './custom-actions.ts'
import type { Dictation } from './dictation.ts'
import { createFeedback } from './feedback.ts'
import type { History } from './history.ts'
import { parseDeeplink } from './links.ts'
import type { Messages } from './messages.ts'
import type { Search } from './search.ts'
import { isBusy } from './selectors.ts'
import type { ChatActions } from './state.ts'
import type { Threads } from './threads.ts'
import type { Turns } from './turns.ts'

export interface ActionsInit {
  core: ChatCore
  turns: Turns
  threads: Threads
  messages: Messages
  attachments: Attachments
  composer: Composer
  history: History
  search: Search
  dictation: Dictation
  customActions: CustomActions
  reload: () => void
}

/** What the view calls: each a word to the part that knows how. */
export function createActions(parts: ActionsInit): ChatActions {
  const { core, turns, threads, messages, attachments, composer, history, search, dictation, customActions } = parts
  const giveFeedback = createFeedback(core)

  /** Runs a callback of the host, whose mistakes are reported and stop nothing here. */
  function callHost(callback: () => unknown): void {
    try {
      Promise.resolve(callback()).catch((error: unknown) => core.report('IntegrationError', error))
    } catch (error) {
      core.report('IntegrationError', error)
    }
  }

  return {
    send: composer.send,
    stop: turns.stop,
    retry: turns.retry,
    dismissError() {
      turns.offerRetry(null)
      core.patchTurn({ error: null })
    },
    startPrompt: composer.startPrompt,

    newThread() {
      history.hide()
      core.log('newChat.create')
      threads.close()
    },
    openThread(threadId) {
      history.hide()
      if (threadId !== core.get().threadId) threads.open(threadId).catch(() => {})
    },
    reload: parts.reload,
    loadOlder: threads.loadOlder,

    showHistory: history.show,
    hideHistory: history.hide,
    reloadHistory: history.reload,
    loadMoreHistory: history.loadMore,
    renameThread: history.rename,
    deleteThread: history.remove,

    setDraft: (content) => core.patchComposer({ content }),
    setReply: (reply) => core.patchComposer({ reply }),
    attachFiles: attachments.add,
    removeAttachment: attachments.remove,
    retryAttachment: attachments.retry,
    selectTool: composer.selectTool,
    selectModel: composer.selectModel,
    startDictation: dictation.start,
    stopDictation: dictation.stop,
    cancelDictation: dictation.cancel,

    searchEntities: search.entities,
    searchCommands: search.commands,
    closeSearch: search.close,
    selectCommand: search.select,

    giveFeedback,
    retryItem(itemId) {
      if (!isBusy(core.get())) messages.retryFrom(itemId)
    },
    customAction: customActions.fromWidget,
    previewAction: (entity, widget, action) => customActions.inHost(action, { id: entity.id, widget }),
    answerStructuredInput: customActions.answerStructuredInput,

    clickEntity(entity) {
      callHost(() => core.options().entities.onClick?.(entity))
    },
    async previewEntity(entity) {
      const { onRequestPreview } = core.options().entities
      try {
        return (await onRequestPreview?.(entity))?.preview ?? null
      } catch (error) {
        core.report('IntegrationError', error)
        return null
      }
    },
    openLink(href) {
      const link = parseDeeplink(href)
      if (link) core.emit('chatkit.deeplink', link)
      return link !== null
    },
    headerAction(side) {
      const { header } = core.options()
      callHost(() => (side === 'left' ? header.leftAction : header.rightAction)?.onClick())
    },
    reportProblem: (error) => core.report('WidgetItemError', error),
    reportMissingPart: (cause) => core.report('LoadError', missingPart(cause)),
  }
}

function missingPart(cause: unknown): ParlorError {
  const problem = 'A part of the element could not be loaded'
  const hint = 'Serve the whole folder of the element: index.js loads the files in chunks/ when they are first needed'
  return new ParlorError('network', { at: 'parlor/element', problem, hint, cause })
}
