/** What is sent into a silence: an SSE comment, which every client skips. */
export const heartbeatText = ': \n\n'

/** Beats into silences. */
export interface Heartbeat {
  /** Something is being waited for. */
  waits(): void
  /** Something was sent. */
  sent(): void
  stop(): void
}

/** Calls `beat` whenever nothing was sent for `everyMs`. One timer a stream, and none before it waits for the first time. */
export function heartbeat(everyMs: number, beat: () => void): Heartbeat {
  let last = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const silent = performance.now() - last
    if (silent >= everyMs) {
      last = performance.now()
      beat()
    }
    timer = setTimeout(look, silent >= everyMs ? everyMs : everyMs - silent)
  }
  return {
    waits() {
      if (timer !== undefined || !Number.isFinite(everyMs) || everyMs <= 0) return
      last = performance.now()
      timer = setTimeout(look, everyMs)
    },
    sent() {
      if (timer !== undefined) last = performance.now()
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      everyMs = 0
    },
  }
}
