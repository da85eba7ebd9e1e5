/** Lets a promise be ignored: whoever awaits it still gets its rejection, but nobody has to. */
export function quiet<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {})
  return promise
}
