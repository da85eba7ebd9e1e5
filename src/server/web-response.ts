import type { Answer, TextStream } from './answer.ts'
import { Heartbeat, heartbeatText } from './heartbeat.ts'
import { settlesSoon } from './microtasks.ts'
import type { StopSignal } from './stop.ts'

/** An answer as a web response; one that is complete is a plain text, which platforms send at half the cost. */
export function toResponse({ status, headers, body, rest }: Answer, gone: StopSignal): Response {
  return new Response(rest ? toStream(body ?? '', rest, gone) : body, { status, headers })
}

function toStream(begun: string, rest: TextStream, gone: StopSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let first = begun
  let heart = new Heartbeat(0, () => {})
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        heart = new Heartbeat(rest.heartbeatMs, () => {
          if (controller.desiredSize === 0) controller.enqueue(encoder.encode(heartbeatText)) // nothing lies there unread
        })
        const fail = () => {
          heart.stop()
          rest.leave(gone.reason).then(() => controller.error(gone.reason))
        }
        if (gone.aborted) fail()
        else gone.addEventListener('abort', fail)
      },
      async pull(controller) {
        if (first !== '') {
          controller.enqueue(encoder.encode(first))
          first = ''
          return
        }
        const reading = rest.next()
        if (!(await settlesSoon(reading))) heart.waits()
        const { done, value } = await reading
        if (done) {
          heart.stop()
          if (gone.aborted) controller.error(gone.reason)
          else controller.close()
          return
        }
        heart.sent()
        controller.enqueue(encoder.encode(value))
      },
      async cancel(reason) {
        heart.stop()
        await rest.leave(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
