import { ParlorError } from '../errors.ts'
import { decodeEvent, sseDecode, type ThreadStreamEvent } from '../protocol/index.ts'
import { abortedError } from './abort.ts'
import type { OnProblem } from './answers.ts'
import { bodyError, parseJson, unexpectedAnswer } from './failures.ts'

interface ReadEventsOptions {
  /** The request's type, for errors. */
  at: string
  signal: AbortSignal | undefined
  onProblem: OnProblem
}

/**
 * The events of a streaming answer. Its end is the end of the stream, there is no last event; what is no event is skipped and
 * reported. Throws `stream_cut` when the body breaks off, `aborted` when the signal fires.
 */
export async function* readEvents(
  response: Response,
  { at, signal, onProblem }: ReadEventsOptions,
): AsyncGenerator<ThreadStreamEvent, void, undefined> {
  const type = response.headers.get('Content-Type') ?? ''
  if (type.includes('html') || type.includes('json')) {
    await response.body?.cancel()
    throw unexpectedAnswer(response, at, 'a stream of events')
  }
  if (!response.body) return
  // Through a pipe, because a handed-in fetch may not know the signal.
  const body = signal ? response.body.pipeThrough(new TransformStream(), { signal }) : response.body
  try {
    for await (const data of sseDecode(body)) {
      const result = decodeEvent(parseJson(data))
      if ('event' in result) yield result.event
      else onProblem(result.problem)
      if (signal?.aborted) throw abortedError(at, signal.reason)
    }
  } catch (cause) {
    throw cause instanceof ParlorError ? cause : bodyError(cause, at, signal)
  }
}
