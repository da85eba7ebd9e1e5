import type { RenderLabels } from '../../render/index.ts'
import { type Plural, plural } from './plural.ts'

/**
 * Every text of the element's own, in English; other languages are held to these keys. What widgets and markdown say is the
 * renderer's. Apps' texts are never translated.
 */
export const en = {
  // header and frame
  newChat: 'New chat',
  history: 'History',

  // start screen
  greeting: 'What can I help with today?',
  suggestions: 'Suggestions',

  // composer
  placeholder: 'Message the AI',
  message: 'Message',
  send: 'Send',
  stop: 'Stop',
  addToMessage: 'Add files and tools',
  attach: 'Add photos and files',
  removeTool: (tool: string) => `Stop using ${tool}`,
  model: 'Model',
  dictate: 'Dictate',
  stopDictation: 'Stop dictating',
  transcribing: 'Writing down what you said',
  dictationFailed: 'That could not be written down. Please try again.',
  mention: 'Mention',
  attachments: 'Attachments',
  uploading: (name: string) => `Uploading ${name}`,
  removeAttachment: (name: string) => `Remove ${name}`,
  retryAttachment: (name: string) => `Upload ${name} again`,
  dropFiles: 'Drop files to add them to your message',
  quoted: 'Quoted text',
  removeQuote: 'Remove the quoted text',
  locked: 'You cannot write in this chat right now.',
  closed: 'This chat has been closed.',

  // the lists behind @ and /
  mentions: 'Things to mention',
  commands: 'Commands',
  searching: 'Searching…',
  searchFailed: 'The search failed.',

  // conversation
  conversation: 'Conversation',
  youSaid: 'You said',
  assistantSaid: 'The assistant said',
  answering: 'The assistant is answering.',
  answered: 'The answer is complete.',
  working: 'Working',
  scrollToBottom: 'Scroll to the latest message',
  olderMessages: 'Show older messages',
  olderFailed: 'Older messages could not be loaded.',
  goodResponse: 'Good response',
  badResponse: 'Bad response',
  retryResponse: 'Ask again',
  sources: 'Sources',
  generatingImage: 'Creating an image',
  generatedImage: 'Image made by the assistant',
  attachedImage: (name: string) => `Attached image: ${name}`,

  // workflows and tasks
  thinking: 'Thinking',
  thoughtFor: (duration: string) => `Thought for ${duration}`,
  thought: 'Thought',
  steps: plural({ one: '# step', other: '# steps' }),
  searchingWeb: 'Searching the web',
  searchedWeb: 'Searched the web',
  readingFiles: 'Reading files',
  readFiles: 'Read files',
  creatingImage: 'Creating an image',
  createdImage: 'Created an image',
  inProgress: 'in progress',
  finished: 'done',

  // questions instead of the composer
  questionOf: (index: string, count: string) => `Question ${index} of ${count}`,
  otherAnswer: 'Another answer',
  yourAnswer: 'Your answer',
  back: 'Back',
  next: 'Next',
  skip: 'Skip',
  submit: 'Submit',
  skipped: 'Skipped',

  // notices and errors
  noticeInfo: 'Note',
  noticeWarning: 'Warning',
  noticeDanger: 'Important',
  retry: 'Retry',
  dismiss: 'Dismiss',
  streamFailed: 'Something went wrong while answering.',
  networkFailed: 'The connection was lost.',
  unauthorized: 'You are not signed in any more, or may not do this.',
  requestFailed: 'The server could not do this.',
  fileTooLarge: 'This file is too large.',
  fileLargerThan: (size: string) => `This file is larger than ${size}.`,
  tooManyFiles: plural({
    one: 'Only # file can go with a message.',
    other: 'No more than # files can go with a message.',
  }),
  fileTypeRefused: 'Files of this kind cannot be added.',
  unknownFailure: 'Something went wrong.',
  threadFailed: 'This chat could not be loaded.',
  chatFailed: 'The chat could not be started.',
  partFailed: 'This part of the chat could not be loaded.',

  // history
  historyEmpty: 'No chats yet',
  historyFailed: 'Your chats could not be loaded.',
  today: 'Today',
  yesterday: 'Yesterday',
  previous7Days: 'Previous 7 days',
  previous30Days: 'Previous 30 days',
  untitled: 'New chat',
  optionsFor: (title: string) => `Options for ${title}`,
  rename: 'Rename',
  title: 'Title',
  delete: 'Delete',
  deleteQuestion: 'Delete chat?',
  deleteWarning: (title: string) => `“${title}” will be gone for good.`,
  cancel: 'Cancel',
}

/** The element's own texts of one language: the same keys as English, texts with a gap take the same arguments. */
export type OwnMessages = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends Plural
    ? Plural
    : (typeof en)[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : string
}

/** All texts of one language, the renderer's included. */
export type Messages = OwnMessages & Readonly<RenderLabels>
export type MessageKey = keyof Messages
