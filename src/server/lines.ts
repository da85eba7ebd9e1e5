import type { ChatStore } from './store.ts'

/** What this process has under way in one store. */
export interface Lines {
  /** Takes the last place in the line for one thing. */
  join(thing: string): Pick<Place, 'before' | 'leave'>
  /** Resolves when all who stand in this line now have left; absent where nobody does. */
  emptied(thing: string): Promise<void> | undefined
  /** By thread: the turn that is under way in it. */
  readonly turns: Map<string, { stop(why: Error): void }>
}

const linesByStore = new WeakMap<ChatStore, Lines>()

/**
 * The lines of a store: what wants the same thing in this process comes one after the other, and goes on at once when the one
 * before has left. Between processes the store itself decides.
 */
export function linesOf(store: ChatStore): Lines {
  const known = linesByStore.get(store)
  if (known) return known
  const lines = createLines()
  linesByStore.set(store, lines)
  return lines
}

function createLines(): Lines {
  const last = new Map<string, Place>()
  return {
    turns: new Map(),
    emptied: (thing) => last.get(thing)?.over(),
    join: (thing) => new Place(last, thing),
  }
}

/** A place in a line. Its promise is made when somebody comes after: most lines have one place. */
class Place {
  /** Resolves when everybody who came earlier has left; absent where nobody did. */
  readonly before: Promise<void> | undefined
  readonly #last: Map<string, Place>
  readonly #thing: string
  #left = false
  #over: Promise<void> | undefined
  #tellNext: (() => void) | undefined

  constructor(last: Map<string, Place>, thing: string) {
    this.before = last.get(thing)?.over()
    this.#last = last
    this.#thing = thing
    last.set(thing, this)
  }

  /** Lets the next one come. A place may be left before its turn has come. */
  leave(): void {
    if (this.#left) return
    this.#left = true
    this.#tellNext?.()
    if (this.before) this.before.then(() => this.#remove())
    else this.#remove()
  }

  /** Resolves when this one, and everybody before, has left. */
  over(): Promise<void> {
    this.#over ??= this.#makeOver()
    return this.#over
  }

  async #makeOver(): Promise<void> {
    const left = this.#left || new Promise<void>((resolve) => (this.#tellNext = resolve))
    await this.before
    await left
  }

  #remove(): void {
    if (this.#last.get(this.#thing) === this) this.#last.delete(this.#thing)
  }
}
