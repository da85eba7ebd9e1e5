import type { Failure } from '../chat/state.ts'
import { formatSize, type Language, type MessageKey } from '../locale/index.ts'

const words: Record<string, MessageKey> = {
  'stream.error': 'streamFailed',
  custom: 'streamFailed',
  network: 'networkFailed',
  stream_cut: 'networkFailed',
  unauthorized: 'unauthorized',
  http_error: 'requestFailed',
  too_large: 'fileTooLarge',
  wrong_type: 'fileTypeRefused',
}

/** A failure in words: the server's own text for the user, else ours for its code. */
export function failureText(failure: Failure, { messages, locale }: Language): string {
  const { code, message, limit } = failure
  if (message !== null && message !== '') return message
  if (code === 'too_many' && limit !== undefined) return messages.tooManyFiles(limit, locale)
  if (code === 'too_large' && limit !== undefined) return messages.fileLargerThan(formatSize(limit, locale))
  const text = messages[words[code] ?? 'unknownFailure']
  return typeof text === 'string' ? text : messages.unknownFailure
}
