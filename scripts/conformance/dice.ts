import fc, { type GeneratorValue } from 'fast-check'

/** Random choices in a reader's words. */
export function dice(generate: GeneratorValue) {
  /** 0 to `most`. */
  const upTo = (most: number) => generate(fc.nat, Math.max(0, most))
  return {
    upTo,
    /** True in so many of 100 cases. */
    chance: (percent: number) => upTo(99) < percent,
    oneOf: <Value>(values: readonly Value[]) => values[upTo(values.length - 1)] as Value, // none is empty
  }
}
