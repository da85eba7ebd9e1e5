import type { Answer } from './answer.ts'
import type { Incoming } from './incoming.ts'
import type { Stop } from './stop.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/** Answers what an adapter read by itself; `gone` is aborted by whoever notices that the client has left. */
export type AnswerDirectly = (incoming: Incoming, gone: Stop) => Promise<Answer | Response>

const ways = new WeakMap<Fetch, AnswerDirectly>()

/** Lets adapters of this package pass by the web's `Request` and `Response`, which cost more than many an answer. */
export function offerDirectly(fetch: Fetch, answer: AnswerDirectly): void {
  ways.set(fetch, answer)
}

/** The way past web requests, where this function is a chat server's own `fetch`. */
export function directWay(fetch: Fetch): AnswerDirectly | undefined {
  return ways.get(fetch)
}
