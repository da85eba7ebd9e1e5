/** What is sent into a silence: an SSE comment, which every client skips. */
export const heartbeatText = ': \n\n'

/** Calls `beat` whenever nothing was sent for `everyMs`. One timer a stream, and none before it waits for the first time. */
export class Heartbeat {
  readonly #everyMs: number
  readonly #beat: () => void
  #last = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #stopped = false

  constructor(everyMs: number, beat: () => void) {
    this.#everyMs = everyMs
    this.#beat = beat
  }

  /** Something is being waited for. */
  waits(): void {
    if (this.#timer !== undefined || this.#stopped || !Number.isFinite(this.#everyMs) || this.#everyMs <= 0) return
    this.#last = performance.now()
    this.#wait(this.#everyMs)
  }

  /** Something was sent. */
  sent(): void {
    if (this.#timer !== undefined) this.#last = performance.now()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#stopped = true
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => this.#look(), ms)
  }

  #look(): void {
    const silent = performance.now() - this.#last
    if (silent >= this.#everyMs) {
      this.#last = performance.now()
      this.#beat()
    }
    if (!this.#stopped) this.#wait(silent >= this.#everyMs ? this.#everyMs : this.#everyMs - silent)
  }
}
