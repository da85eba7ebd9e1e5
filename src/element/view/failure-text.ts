import type { Failure } from '../chat/state.ts'
import type { MessageKey, Messages } from '../locale/index.ts'

const words: Record<string, MessageKey> = {
  'stream.error': 'streamFailed',
  custom: 'streamFailed',
  network: 'networkFailed',
  stream_cut: 'networkFailed',
  unauthorized: 'unauthorized',
  http_error: 'requestFailed',
  too_large: 'fileTooLarge',
  too_many: 'tooManyFiles',
  wrong_type: 'fileTypeRefused',
}

/** A failure in words: the server's own text for the user, else ours for its code. */
export function failureText(failure: Failure, messages: Messages): string {
  if (failure.message !== null && failure.message !== '') return failure.message
  const text = messages[words[failure.code] ?? 'unknownFailure']
  return typeof text === 'string' ? text : messages.unknownFailure
}
