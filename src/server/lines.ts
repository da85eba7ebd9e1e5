import type { ChatStore } from './store.ts'

/** A place in a line. */
export interface Place {
  /** Resolves when everybody who came earlier has left; absent where nobody did. */
  readonly before: Promise<void> | undefined
  /** Lets the next one come. A place may be left before its turn has come. */
  leave(): void
}

/** What this process has under way in one store. */
export interface Lines {
  /** Takes the last place in the line for one thing. */
  join(thing: string): Place
  /** Resolves when all who stand in this line now have left; absent where nobody does. */
  emptied(thing: string): Promise<void> | undefined
  /** By thread: how to stop the turn that is under way in it. */
  readonly turns: Map<string, (why: Error) => void>
}

const linesByStore = new WeakMap<ChatStore, Lines>()

/**
 * The lines of a store: what wants the same thing in this process comes one after the other, and goes on at once when the one
 * before has left. Between processes the store itself decides.
 */
export function linesOf(store: ChatStore): Lines {
  const lines = linesByStore.get(store) ?? createLines()
  linesByStore.set(store, lines)
  return lines
}

function createLines(): Lines {
  const ends = new Map<string, Promise<void>>()
  return {
    turns: new Map(),
    emptied: (thing) => ends.get(thing),
    join(thing) {
      const before = ends.get(thing)
      let leave = () => {}
      const own = new Promise<void>((resolve) => {
        leave = resolve
      })
      const end = before ? before.then(() => own) : own
      ends.set(thing, end)
      end.then(() => {
        if (ends.get(thing) === end) ends.delete(thing)
      })
      return { before, leave }
    },
  }
}
