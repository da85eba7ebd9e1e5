import { type ChatRequest, type RequestType, sseEncode, type ThreadStreamEventInput } from '../../../protocol/index.ts'

/** What a scripted server answers one request with. */
export type Answer = StreamAnswer | { json: unknown } | { status: number; json?: unknown } | 'unreachable'

interface StreamAnswer {
  events: readonly ThreadStreamEventInput[]
  /** More events, which come only after `hold`. */
  hold?: Promise<void>
  rest?: readonly ThreadStreamEventInput[]
  last?: 'end' | 'cut' | 'hang'
  /** All events in one chunk, as a fast server sends them. */
  atOnce?: boolean
}

/** A fetch that answers from a script, request type by request type, and remembers what it was asked. */
export interface ScriptedServer {
  fetch: typeof fetch
  readonly requests: ChatRequest[]
  readonly calls: { url: string; headers: Headers; signal: AbortSignal | null }[]
  /** Resolves with the newest request of a type, once there is one. */
  asked(type: RequestType): Promise<ChatRequest>
  /** Answers the next requests of this type in this order; the last answer stays. */
  on(type: RequestType, ...answers: (Answer | ((request: ChatRequest) => Answer | Promise<Answer>))[]): void
}

/** Makes a scripted server for the tests of the controller. */
export function scriptedServer(): ScriptedServer {
  const scripts = new Map<RequestType, (Answer | ((request: ChatRequest) => Answer | Promise<Answer>))[]>()
  const requests: ChatRequest[] = []
  const calls: ScriptedServer['calls'] = []
  const waiting = new Set<() => void>()
  return {
    requests,
    calls,
    asked: (type) =>
      new Promise((resolve) => {
        const check = () => {
          const request = requests.findLast((candidate) => candidate.type === type)
          if (!request) return
          waiting.delete(check)
          resolve(request)
        }
        waiting.add(check)
        check()
      }),
    on: (type, ...answers) => void scripts.set(type, answers),
    async fetch(input, init) {
      const request = new Request(new URL(String(input), 'http://chat.test'), init)
      const body: ChatRequest = await request.json()
      requests.push(body)
      for (const check of waiting) check()
      calls.push({ url: String(input), headers: request.headers, signal: init?.signal ?? null })
      const script = scripts.get(body.type)
      const next = script && script.length > 1 ? script.shift() : script?.[0]
      if (!next) throw new Error(`No script for ${body.type}`)
      const answer = typeof next === 'function' ? await next(body) : next
      if (answer === 'unreachable') throw new TypeError('Failed to fetch')
      if ('events' in answer) return streamOf(answer, init?.signal ?? null)
      const status = 'status' in answer ? answer.status : 200
      return Response.json(answer.json ?? {}, { status })
    },
  }
}

function streamOf(
  { events, hold, rest = [], last = 'end', atOnce = false }: StreamAnswer,
  signal: AbortSignal | null,
): Response {
  const encoder = new TextEncoder()
  const waiting = [...events]
  const later = [...rest]
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      signal?.addEventListener('abort', () => controller.error(new DOMException('Aborted', 'AbortError')))
    },
    async pull(controller) {
      if (waiting.length === 0) await hold
      const event = waiting.shift() ?? later.shift()
      const more = atOnce ? waiting.splice(0) : []
      if (event) return controller.enqueue(encoder.encode([event, ...more].map(sseEncode).join('')))
      if (last === 'end') return controller.close()
      if (last === 'cut') return controller.error(new TypeError('network error'))
      return new Promise(() => {})
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}
