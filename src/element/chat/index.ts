export { type ChatInit, createChat } from './chat.ts'
export type { ChatEventDetails, ChatEventName, EmitChatEvent } from './events.ts'
export type { ChatErrorName } from './failures.ts'
export type { ChatOptions } from './options.ts'
export type { SendUserMessageParams, SetComposerValueParams } from './params.ts'
export {
  actionsBlocked,
  canSend,
  canStop,
  isBusy,
  pendingStructuredInput,
  responseItems,
  threadStatus,
  userMessageBefore,
} from './selectors.ts'
export type {
  ActionRoute,
  Chat,
  ChatActions,
  ChatMethods,
  ChatState,
  ComposerState,
  DictationState,
  DraftAttachment,
  Failure,
  FailureCode,
  HistoryState,
  SearchState,
  StructuredAnswers,
  TurnState,
} from './state.ts'
