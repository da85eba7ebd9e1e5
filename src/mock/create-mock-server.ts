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
    async fetch(request) {
      if (request.method !== 'POST') return server.fetch(request)
      const asked = await readBody(request.clone())
      const note = begin(asked)
      if (latency > 0) await clock.sleep(latency, request.signal)
      const fault = list.take(asked.type)
      try {
        return await noted(fault?.status ? faulty(fault.status) : await server.fetch(request), note, fault)
      } catch (error) {
        note.ended('failed')
        throw error
      }
    },
  }
}

async function noted(response: Response, note: Note, fault: Fault | undefined): Promise<Response> {
  if (response.headers.get('content-type') === 'text/event-stream') {
    note.answered(response.status)
    return observed(response, note, fault)
  }
  note.answered(response.status, await response.clone().json())
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
