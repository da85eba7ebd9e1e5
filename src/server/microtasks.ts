/** How many microtasks may pass before something counts as not ready: more than an in-memory store or a generator needs. */
const HOPS = 24

const now = Promise.resolve()

/** Lets microtasks pass, without a timer, until something is ready or clearly waits for more than microtasks. */
export function readySoon(isReady: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    let hop = 0
    const look = () => {
      const ready = isReady()
      if (ready || hop++ === HOPS) resolve(ready)
      else now.then(look) // an `await` takes twice as long
    }
    look()
  })
}

/** Whether a promise settles within the tick. */
export function settlesSoon(promise: Promise<unknown>): Promise<boolean> {
  let settled = false
  const settle = () => {
    settled = true
  }
  promise.then(settle, settle)
  return readySoon(() => settled)
}
