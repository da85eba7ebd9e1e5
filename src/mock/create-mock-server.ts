import {
  type ChatServer,
  type ChatServerOptions,
  type ChatStore,
  createChatServer,
  memoryStore,
  type UserContext,
} from '../server/index.ts'
import { type Clock, realClock } from './clock.ts'
import { type Fault, faultList } from './faults.ts'
import { createJournal, type Journal, type Note } from './journal.ts'
import { observed } from './observed.ts'
import type { Script } from './script.ts'

/** A chat server that plays a script: all that is there without one may be set, too. */
export interface MockServerOptions<Context>
  extends Partial<Omit<ChatServerOptions<Context>, 'respond' | 'actions' | 'syncActions' | 'now'>> {
  script: Script
  clock?: Clock
  /** Time between two words of `say`, in ms. */
  pace?: number
  /** Time before each answer, in ms. */
  latency?: number
  /** What goes wrong on the way. */
  faults?: readonly Fault[]
}

export interface MockServer extends ChatServer {
  /** As the platform's own: takes a request, or an address (its path does not matter) with what to send. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>
  journal: Journal
  store: ChatStore
  /** From now on, in place of what was set before. */
  setLatency(ms: number): void
  setFaults(faults: readonly Fault[]): void
}

/**
 * A scripted chat server with a journal, delays and faults. Its `fetch` can stand in for a client's own, without a port.
 *
 * @example
 * const mock = createMockServer({ script: lesson, faults: [{ on: 'threads.add_user_message', cut: true, after: 3 }] })
 */
export function createMockServer<Context extends UserContext = UserContext>(
  options: MockServerOptions<Context>,
): MockServer {
  const { script, clock = realClock, pace, latency: first = 0, faults = [], store = memoryStore(), ...rest } = options
  const timed = script.timed({ clock, ...(pace === undefined ? {} : { pace }) })
  const { respond, actions, syncActions } = timed
  const server = createChatServer<Context>({ ...rest, store, respond, actions, syncActions, now: clock.now })
  const { journal, begin } = createJournal(clock)
  let latency = first
  let list = faultList(faults)

  return {
    journal,
    store,
    setLatency(ms) {
      latency = ms
    },
    setFaults(faults) {
      list = faultList(faults)
    },
    async fetch(input, init) {
      const request = input instanceof Request ? input : new Request(new URL(input, here()), init)
      if (request.method !== 'POST') return server.fetch(request)
      const asked = await readBody(request.clone())
      const note = begin(asked)
      try {
        if (latency > 0) await clock.sleep(latency, request.signal)
        request.signal.throwIfAborted()
        const fault = list.take(asked.type)
        const answering = fault?.status ? faulty(fault.status) : server.fetch(request)
        return await noted(await unlessAborted(answering, request.signal), note, fault)
      } catch (error) {
        note.ended(request.signal.aborted ? 'gone' : 'failed')
        throw error
      }
    },
  }
}

/** What a relative address starts from; outside of a page, or on one without an address, any will do. */
function here(): string {
  const page = globalThis.location?.href
  return page?.startsWith('http') ? page : 'http://mock.test/'
}

/** Rejects as soon as the signal aborts, as the platform's own fetch does. */
function unlessAborted(answering: Response | Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    Promise.resolve(answering).then(resolve, reject)
  })
}

async function noted(response: Response, note: Note, fault: Fault | undefined): Promise<Response> {
  if (response.headers.get('content-type') === 'text/event-stream') {
    note.answered(response.status)
    return observed(response, note, fault)
  }
  note.answered(response.status, await bodyOf(response.clone()))
  note.ended('done')
  return response
}

function faulty(status: number): Response {
  const error = {
    code: 'mock_fault',
    message: `The mock was told to answer ${status}`,
    at: 'faults',
    hint: 'Try again',
  }
  return Response.json({ error }, { status })
}

async function readBody(request: Request): Promise<{ type: string; params: unknown }> {
  try {
    const { type, params } = await request.json()
    return { type: String(type), params }
  } catch {
    return { type: 'unreadable', params: undefined }
  }
}

/** Answers to uploads may have no body. */
async function bodyOf(response: Response): Promise<unknown> {
  return response.json().catch(() => null)
}
