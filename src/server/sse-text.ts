import { sseEncode, type ThreadStreamEvent } from '../protocol/index.ts'

/** Events as SSE text. */
export function sseText(events: readonly ThreadStreamEvent[]): string {
  let text = ''
  for (const event of events) text += sseEncode(event)
  return text
}
