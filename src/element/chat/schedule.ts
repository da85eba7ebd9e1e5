/** How long to wait where no frame is drawn: hidden tabs and invisible frames. */
const FALLBACK_MS = 100

/**
 * Calls back after the next frame and one more task, by when React has run the effects that add listeners; a timer
 * stands in where no frame is drawn. Gives what cancels it.
 */
export function afterPaint(callback: () => void): () => void {
  let done = false
  let frame = 0
  const once = () => {
    if (done) return
    cancel()
    callback()
  }
  const cancel = () => {
    done = true
    cancelAnimationFrame(frame)
    clearTimeout(fallback)
  }
  const fallback = setTimeout(once, FALLBACK_MS)
  frame = requestAnimationFrame(() => setTimeout(once, 0))
  return cancel
}
