import type { Value } from './values.ts'

/** The variables one can see: those of this loop turn or capture, and all around it. */
export class Scope {
  readonly #own: Map<string, Value>
  readonly #around: Scope | null

  constructor(own: Map<string, Value>, around: Scope | null = null) {
    this.#own = own
    this.#around = around
  }

  get(name: string): Value | undefined {
    const value = this.#own.get(name)
    return value === undefined ? this.#around?.get(name) : value
  }

  /** Sets a variable here; what is around does not change. */
  set(name: string, value: Value): void {
    this.#own.set(name, value)
  }

  inner(): Scope {
    return new Scope(new Map(), this)
  }
}
