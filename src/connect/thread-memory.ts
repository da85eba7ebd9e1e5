import { isParlorError, type ParlorErrorCode } from '../errors.ts'
import { type KeyValueStorage, storedText } from './stored-text.ts'

export interface ThreadMemoryOptions {
  /** Default `localStorage`. */
  storage?: KeyValueStorage | undefined
  /** Default `parlor.thread-id`. */
  key?: string
}

/** The thread a person was in, kept across reloads. */
export interface ThreadMemory {
  get(): string | null
  /** Null forgets: the person went to a new chat. */
  set(threadId: string | null): void
  /** To be told of the chat's errors: forgets the thread when it cannot be opened any more. */
  onError(error: unknown): void
}

/** Keeps the thread id in `localStorage`. */
export function threadMemory({ storage, key = 'parlor.thread-id' }: ThreadMemoryOptions = {}): ThreadMemory {
  const kept = storedText(key, storage)
  return {
    get: () => kept.get(),
    set(threadId) {
      if (threadId === null) kept.remove()
      else kept.set(threadId)
    },
    onError(error) {
      if (isThreadGone(error)) kept.remove()
    },
  }
}

/** Failures that say nothing about the thread: it may well open the next time. */
const passing: ReadonlySet<ParlorErrorCode> = new Set(['network', 'stream_cut', 'aborted', 'unauthorized'])

/** Not every server says `not_found`; what cannot be opened for no passing reason would greet the person with an error for ever. */
function isThreadGone(error: unknown): boolean {
  const chain = causesOf(error)
  return (
    chain.some(({ name }) => name === 'InitialThreadLoadError') &&
    !chain.some((cause) => isParlorError(cause) && passing.has(cause.code))
  )
}

function causesOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let cause = error; cause instanceof Error && chain.length < 8; cause = cause.cause) chain.push(cause)
  return chain
}
