const waiting = new Set<() => void>()
let isDue = false

/**
 * Calls back when this tick is over, unless it was called off: one timer for all that ask within it, where each would cost as much
 * as several events. Gives the way to call it off,
 * which tells whether it was not called yet.
 */
export function afterTick(callBack: () => void): () => boolean {
  if (!isDue) setTimeout(callAll)
  isDue = true
  waiting.add(callBack)
  return () => waiting.delete(callBack)
}

function callAll(): void {
  const due = [...waiting]
  waiting.clear()
  isDue = false
  for (const callBack of due) callBack()
}
