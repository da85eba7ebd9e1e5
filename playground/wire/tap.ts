import { sseDecode } from 'parlor/protocol'

/** One exchange with the chat server, as it was seen on the wire. */
export interface Exchange {
  id: number
  at: Date
  type: string
  request: unknown
  status: number | 'waiting' | 'failed'
  /** Milliseconds from the request to the last byte so far. */
  took: number
  /** Grows in place; `count` tells how far. */
  events: readonly { at: number; event: unknown }[]
  count: number
  answer?: unknown
}

/** Keeps the last exchanges for the Wire page. */
export function createTap(limit = 200) {
  let exchanges: readonly Exchange[] = []
  let count = 0
  const listeners = new Set<() => void>()

  function change(id: number, next: (exchange: Exchange) => Exchange) {
    exchanges = exchanges.map((exchange) => (exchange.id === id ? next(exchange) : exchange))
    for (const listener of listeners) listener()
  }

  /** The given fetch, listened to: what passes is copied, never changed. */
  const tapped =
    (inner: typeof fetch): typeof fetch =>
    async (input, init) => {
      const id = ++count
      const began = performance.now()
      const request = parse(typeof init?.body === 'string' ? init.body : undefined)
      const events: Exchange['events'][number][] = []
      const took = () => Math.round(performance.now() - began)
      exchanges = [
        ...exchanges.slice(1 - limit),
        { id, at: new Date(), type: typeOf(request), request, status: 'waiting', took: 0, events, count: 0 },
      ]
      change(id, (exchange) => exchange)
      try {
        const response = await inner(input, init)
        change(id, (exchange) => ({ ...exchange, status: response.status, took: took() }))
        void listen(response.clone()).catch(() => {})
        return response
      } catch (error) {
        change(id, (exchange) => ({ ...exchange, status: 'failed', took: took() }))
        throw error
      }

      async function listen(copy: Response) {
        if (!copy.headers.get('content-type')?.includes('text/event-stream') || !copy.body) {
          const answer = parse(await copy.text())
          return change(id, (exchange) => ({ ...exchange, answer, took: took() }))
        }
        for await (const data of sseDecode(copy.body)) {
          const seen = { at: took(), event: parse(data) }
          events.push(seen)
          change(id, (exchange) => ({ ...exchange, took: seen.at, events, count: events.length }))
        }
      }
    }

  return {
    tapped,
    getExchanges: () => exchanges,
    clear() {
      exchanges = []
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function typeOf(request: unknown): string {
  return typeof request === 'object' && request !== null && 'type' in request ? String(request.type) : 'upload'
}
