import type { Clock } from './clock.ts'

/** One request, and how it was answered so far. */
export interface JournalEntry {
  readonly id: number
  readonly at: Date
  readonly type: string
  readonly params: unknown
  /** `open` while it is answered; `cut` by a fault; `gone` when the client left; `failed` without an answer. */
  readonly state: 'open' | 'done' | 'cut' | 'gone' | 'failed'
  readonly status: number | null
  /** Milliseconds on the mock's clock until the end, or until the last event so far. */
  readonly took: number
  readonly events: readonly unknown[]
  /** What a request that does not stream was answered. */
  readonly answer: unknown
}

/** What a mock server was asked and what it answered, oldest first. Entries are values: one that goes on is replaced. */
export interface Journal {
  getEntries(): readonly JournalEntry[]
  /** Calls on every change; gives back how to stop. */
  subscribe(listener: () => void): () => void
  clear(): void
  /** One line for each request, for a log or a test that fails. */
  text(): string
}

/** How a journal is written. */
export interface JournalPen {
  journal: Journal
  begin(request: { type: string; params: unknown }): Note
}
export interface Note {
  answered(status: number, answer?: unknown): void
  told(events: readonly unknown[]): void
  ended(state: Exclude<JournalEntry['state'], 'open'>): void
}

export function createJournal(clock: Clock): JournalPen {
  let entries: readonly JournalEntry[] = []
  let count = 0
  const listeners = new Set<() => void>()

  function set(next: readonly JournalEntry[]) {
    entries = next
    for (const listener of listeners) listener()
  }

  return {
    journal: {
      getEntries: () => entries,
      subscribe(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      clear: () => set([]),
      text: () => entries.map(lineOf).join('\n'),
    },
    begin({ type, params }) {
      const id = ++count
      const at = clock.now()
      set([...entries, { id, at, type, params, state: 'open', status: null, took: 0, events: [], answer: undefined }])
      const change = (next: (entry: JournalEntry) => Partial<JournalEntry>) => {
        const took = clock.now().getTime() - at.getTime()
        set(entries.map((entry) => (entry.id === id ? { ...entry, took, ...next(entry) } : entry)))
      }
      return {
        answered: (status, answer) => change(() => ({ status, answer })),
        told: (events) => change((entry) => ({ events: [...entry.events, ...events] })),
        ended: (state) => change((entry) => ({ state: entry.state === 'open' ? state : entry.state })),
      }
    },
  }
}

function lineOf({ type, state, status, took, events }: JournalEntry): string {
  const answered = status === null ? '' : ` → ${status}`
  const streamed = events.length > 0 ? `, ${events.length} events` : ''
  return `${type}${answered}${streamed}, ${state} after ${took} ms`
}
