import { type Answer, jsonAnswer } from './answer.ts'
import { refusal } from './refusals.ts'
import type { Stop } from './stop.ts'
import type { Batches } from './text-stream.ts'

/** Whether a client would rather have a turn's events at once, as JSON, than as a stream. */
export function prefersJson(accept: string | null): boolean {
  if (!accept?.includes('application/json')) return false
  return qualityOf(accept, 'application/json') > qualityOf(accept, 'text/event-stream')
}

function qualityOf(accept: string, type: string): number {
  const [group] = type.split('/')
  const ranges = accept.split(',').map((range) => range.split(';').map((part) => part.trim().toLowerCase()))
  for (const name of [type, `${group}/*`, '*/*']) {
    const range = ranges.find(([own]) => own === name)
    if (!range) continue
    const quality = range.find((part) => part.startsWith('q='))
    return quality === undefined ? 1 : Number(quality.slice(2)) || 0
  }
  return 0
}

/** A turn as one JSON answer, `{ events }`, when it has ended; throws `too_large` past the limit. */
export async function jsonEventsAnswer(
  batches: Batches,
  { gone, maxBytes }: { gone: Stop; maxBytes: number },
): Promise<Answer> {
  const pieces: string[] = []
  let size = 0
  const close = () => void batches.return(undefined)
  gone.signal.addEventListener('abort', close)
  try {
    for await (const batch of batches) {
      size += batch.length
      pieces.push(eventsOf(batch))
      if (size > maxBytes) throw answerTooLarge(maxBytes)
    }
  } catch (error) {
    gone.abort(error)
    throw error
  }
  return { ...jsonAnswer(null), body: `{"events":[${pieces.join(',')}]}` }
}

/** The JSON of each event, with a comma between: no JSON holds the line breaks that stand around it. */
function eventsOf(sse: string): string {
  return sse.slice('data: '.length, -2).replaceAll('\n\ndata: ', ',')
}

function answerTooLarge(limit: number) {
  return refusal(
    'too_large',
    { status: 413 },
    {
      at: 'headers.accept',
      problem: `The answer has more than ${limit} bytes as JSON`,
      hint: 'Read it as a stream: Accept: text/event-stream',
    },
  )
}
