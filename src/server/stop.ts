/** What an `AbortSignal` tells, for inside: making a native one and listening to it costs as much as a dozen events. */
export interface StopSignal {
  readonly aborted: boolean
  readonly reason: unknown
  throwIfAborted(): void
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
  /** The platform's own, for code of hosts; made when it is first asked for. */
  readonly native: AbortSignal
}

/** An `AbortController` for inside. */
export class Stop implements StopSignal {
  aborted = false
  #reason: unknown
  #listeners: (() => void)[] | undefined
  #native: AbortController | undefined

  get signal(): StopSignal {
    return this
  }

  get native(): AbortSignal {
    if (!this.#native) {
      this.#native = new AbortController()
      if (this.aborted) this.#native.abort(this.reason)
    }
    return this.#native.signal
  }

  /** An AbortError where no other was given; made when it is asked for, as most are never read. */
  get reason(): unknown {
    if (this.aborted) this.#reason ??= new DOMException('This operation was aborted', 'AbortError')
    return this.#reason
  }

  /** Once; what comes later changes nothing. */
  abort(reason?: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.#reason = reason
    const listeners = this.#listeners ?? []
    this.#listeners = undefined
    for (const listener of listeners) listener()
    this.#native?.abort(this.reason)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  /** Never called back if it is aborted already, as with a native one. */
  addEventListener(_type: 'abort', listener: () => void): void {
    if (this.aborted) return
    this.#listeners ??= []
    this.#listeners.push(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = this.#listeners?.filter((own) => own !== listener)
  }
}
