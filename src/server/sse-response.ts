import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'

const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no', // nginx would hold events back
}

/**
 * Batches of events as an SSE answer. Pulled, so that a slow reader slows the turn; a batch is one chunk, because each
 * chunk costs more than the events in it. Whether the reader cancels or `gone` aborts, the generator is closed.
 */
export function sseResponse(batches: AsyncGenerator<readonly ThreadStreamEvent[]>, gone: AbortController): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        gone.signal.addEventListener('abort', () => {
          batches.return(undefined).then(() => controller.error(gone.signal.reason))
        })
      },
      async pull(controller) {
        const { done, value } = await batches.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value.map(sseEncode).join('')))
      },
      async cancel(reason) {
        gone.abort(reason)
        await batches.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, { headers })
}
