/** A value that can be watched: one immutable object, changed only through `set`. */
export interface Store<Value> {
  get(): Value
  /** Replaces the value; the same object changes nothing. `soon` leaves it to the next frame to tell, unless something tells before. */
  set(change: (value: Value) => Value, when?: 'now' | 'soon'): void
  /** Calls back after changes: once for all that happen in one go, and once per frame for those that are told `soon`. */
  subscribe(listener: () => void): () => void
}

/** A timer in place of a frame: it also runs in hidden tabs and on servers. */
const FRAME_MS = 16

/** Makes a store; several changes in one go reach its listeners as one. */
export function createStore<Value>(initial: Value): Store<Value> {
  const listeners = new Set<() => void>()
  let value = initial
  let now = false
  let soon: ReturnType<typeof setTimeout> | null = null

  function announce(): void {
    if (soon !== null) clearTimeout(soon)
    soon = null
    now = false
    for (const listener of [...listeners]) listener()
  }

  return {
    get: () => value,
    set(change, when = 'now') {
      const next = change(value)
      if (next === value) return
      value = next
      if (when === 'soon') soon ??= setTimeout(announce, FRAME_MS)
      else if (!now) {
        now = true
        queueMicrotask(announce)
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
