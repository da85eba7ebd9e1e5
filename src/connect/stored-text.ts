/** What is needed of `localStorage`. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One text under a key. Reading and writing never throw. */
interface StoredText {
  get(): string | null
  set(text: string): void
  remove(): void
}

/** What storage did not take, kept as long as the page lives. */
const inMemory = new Map<string, string>()

/** A text kept in `localStorage`, or the storage handed in; in memory where that is missing, forbidden or full. */
export function storedText(key: string, handedIn: KeyValueStorage | undefined): StoredText {
  /** Looked up on each use: merely touching `localStorage` throws where a page may not store anything. */
  const storage = () => handedIn ?? globalThis.localStorage
  return {
    get() {
      try {
        return storage().getItem(key) ?? inMemory.get(key) ?? null
      } catch {
        return inMemory.get(key) ?? null
      }
    },
    set(text) {
      try {
        storage().setItem(key, text)
        inMemory.delete(key)
      } catch {
        inMemory.set(key, text)
      }
    },
    remove() {
      inMemory.delete(key)
      try {
        storage().removeItem(key)
      } catch {
        // Nothing could be stored there either.
      }
    },
  }
}
