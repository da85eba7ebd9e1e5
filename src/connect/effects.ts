import type { z } from 'zod'
import { ParlorError } from '../errors.ts'
import { check } from './check.ts'
import { handlerFailed, type Report } from './report.ts'

/** What a client effect carries. */
export type EffectData = Record<string, unknown>
/** An effect whose data is checked before it runs. Written with `effect(...)`, so that `run` knows what its schema gives. */
export interface CheckedEffect {
  data: z.ZodType
  run(data: never): unknown
}
/** Runs in the page when the server fires the effect; nothing goes back. */
export type EffectHandler = ((data: EffectData) => unknown) | CheckedEffect
/** Effects by name. */
export type Effects = Readonly<Record<string, EffectHandler>>
/** ChatKit's handler for effects. */
export type OnEffect = (effect: { name: string; data?: EffectData }) => void

/** An effect with checked data, for a table of effects. */
export function effect<Schema extends z.ZodType>(definition: {
  data: Schema
  run(data: z.output<Schema>): unknown
}): CheckedEffect {
  return definition
}

/**
 * The `onEffect` handler for a table of effects. An unknown effect, data that does not fit and a failing handler are reported;
 * `otherwise` gets the effects nobody here handles.
 */
export function effects(table: Effects, report: Report, otherwise?: OnEffect): OnEffect {
  return (fired) => {
    const { name, data = {} } = fired
    const found = Object.hasOwn(table, name) ? table[name] : undefined
    if (found === undefined) return otherwise ? otherwise(fired) : report(unknownEffect(name, Object.keys(table)))
    const at = `effects.${name}`
    run(found, data, at).catch((cause: unknown) => report(handlerFailed(at, cause)))
  }
}

async function run(found: EffectHandler, data: EffectData, at: string): Promise<unknown> {
  if (typeof found === 'function') return found(data)
  return found.run((await check(found.data, data, at)) as never) // what its own schema gave
}

function unknownEffect(name: string, known: readonly string[]): ParlorError {
  return new ParlorError('unsupported', {
    at: `effects.${name}`,
    problem: `The page has no handler for the effect "${name}"`,
    hint: known.length === 0 ? 'No effects are given' : `There are: ${known.join(', ')}`,
  })
}
