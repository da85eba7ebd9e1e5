import { ParlorError } from '../../errors.ts'

/** How much one rendering may do: templates come from outside. */
export const renderLimits = { steps: 300_000, characters: 10_000_000, depth: 300 } as const

/** Counts what a rendering does; ParlorError `too_large` once it is more than a widget can need. */
export class Budget {
  /** The template's name, for messages. */
  readonly at: string
  #steps = 0
  #characters = 0
  #depth = 0

  constructor(at: string) {
    this.at = at
  }

  /** One thing done. */
  step(): void {
    if (++this.#steps > renderLimits.steps) this.#refuse(`more than ${renderLimits.steps} steps`)
  }

  /** Text made, on the way or for the result. */
  write(text: string): string {
    this.#characters += text.length
    if (this.#characters > renderLimits.characters) this.#refuse(`more than ${renderLimits.characters} characters`)
    return text
  }

  /** Calls `work` one level deeper. */
  within<Result>(work: () => Result): Result {
    this.step()
    if (++this.#depth > renderLimits.depth) this.#refuse(`deeper than ${renderLimits.depth} levels`)
    const result = work()
    this.#depth--
    return result
  }

  #refuse(problem: string): never {
    throw new ParlorError('too_large', {
      at: this.at,
      problem,
      hint: 'Give the template less data, or make it shorter.',
    })
  }
}
