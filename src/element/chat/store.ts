/** A value that can be watched: one immutable object, changed only through `set`. */
export interface Store<Value> {
  get(): Value
  /** Replaces the value; the same object changes nothing. */
  set(change: (value: Value) => Value): void
  /** Calls back at most once per microtask, after changes. */
  subscribe(listener: () => void): () => void
}

/** Makes a store; several changes in one go reach its listeners as one. */
export function createStore<Value>(initial: Value): Store<Value> {
  const listeners = new Set<() => void>()
  let value = initial
  let announced = true
  const announce = () => {
    announced = true
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => value,
    set(change) {
      const next = change(value)
      if (next === value) return
      value = next
      if (!announced) return
      announced = false
      queueMicrotask(announce)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
