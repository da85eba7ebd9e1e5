export type { ActionCall, SyncActionCall } from './action-call.ts'
export type { ErrorBody } from './answer.ts'
export { type AttachmentFilesOptions, attachmentFiles, type ChatFiles } from './attachments/attachment-files.ts'
export { type BucketOptions, bucketBytes } from './attachments/bucket-bytes.ts'
export type { ByteStore, BytesLook, BytesOptions, SignedBytes } from './attachments/byte-store.ts'
export { type CleanAttachmentsOptions, cleanAttachments } from './attachments/clean-attachments.ts'
export type { Accept } from './attachments/file-types.ts'
export { memoryBytes } from './attachments/memory-bytes.ts'
export { type ChatServer, createChatServer } from './create-chat-server.ts'
export type { AnyWidget, StatefulWidget } from './draw-widget.ts'
export { countedIds, type IdPrefix, type MakeId, randomIds } from './ids.ts'
export type { Limits } from './limits.ts'
export type { LiveOptions, LiveWidget } from './live-widget.ts'
export type { ServerLog } from './log.ts'
export { memoryStore } from './memory-store.ts'
export { messageText } from './message-text.ts'
export type {
  AttachmentFiles,
  Audio,
  Cancelled,
  ChatServerOptions,
  Feedback,
  FileDesk,
  FileTools,
  NewFile,
  PreparedFile,
  Tools,
  UserContext,
} from './options.ts'
export type { Answering } from './run-turn.ts'
export {
  type ChatStore,
  type PageRequest,
  type Scope,
  type ScopedStore,
  type StoredAttachment,
  type StoreUpkeep,
  scopedStore,
  type WidgetRecord,
} from './store.ts'
export type { Question, ShowOptions, ToolResult, Turn, TurnThread } from './turn.ts'
export { codedError, userError } from './user-error.ts'
export type { Wait } from './wait.ts'
