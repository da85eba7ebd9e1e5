import { ParlorError } from '../../errors.ts'
import { charactersOf, kindOf, type Value } from './values.ts'

/** `value[start:stop:step]` as Python cuts texts and lists. */
export function sliceOf(value: Value, bounds: readonly Value[], name: string): string | Value[] {
  const [start, stop, step] = [0, 1, 2].map((at) => boundOf(bounds[at] ?? null, name))
  if (step === 0) throw wrong(name, 'a slice has the step 0')
  if (Array.isArray(value)) return pick(value, start, stop, step)
  if (typeof value !== 'string') throw wrong(name, `${kindOf(value)} cannot be sliced`)
  const characters = charactersOf(value)
  if (typeof characters === 'string' && step === undefined) return characters.slice(start, stop)
  return pick(Array.from(characters), start, stop, step).join('')
}

function boundOf(bound: Value, name: string): number | undefined {
  if (bound === null) return undefined
  if (typeof bound === 'number' && Number.isInteger(bound)) return bound
  throw wrong(name, `${kindOf(bound)} stands as the bound of a slice`)
}

function pick<Entry>(entries: readonly Entry[], start?: number, stop?: number, step = 1): Entry[] {
  const { length } = entries
  const [least, most] = step > 0 ? [0, length] : [-1, length - 1]
  const clamp = (bound: number) => Math.min(Math.max(bound < 0 ? bound + length : bound, least), most)
  const from = start === undefined ? (step > 0 ? least : most) : clamp(start)
  const to = stop === undefined ? (step > 0 ? most : least) : clamp(stop)
  const picked: Entry[] = []
  for (let at = from; step > 0 ? at < to : at > to; at += step) picked.push(...entries.slice(at, at + 1))
  return picked
}

function wrong(name: string, problem: string): ParlorError {
  return new ParlorError('invalid_input', {
    at: `${name}.template`,
    problem,
    hint: 'Slice texts and lists, by whole numbers.',
  })
}
