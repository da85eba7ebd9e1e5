/** How many microtasks may pass before something counts as not ready: more than an in-memory store or a generator needs. */
const HOPS = 24

/** Lets microtasks pass, without a timer, until something is ready or clearly waits for more than microtasks. */
export async function readySoon(isReady: () => boolean): Promise<boolean> {
  for (let hop = 0; hop < HOPS; hop++) {
    if (isReady()) return true
    await null
  }
  return isReady()
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
