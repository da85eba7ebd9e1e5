import { ParlorError } from '../../errors.ts'
import { renderLimits } from './budget.ts'
import type { Value } from './values.ts'

/** Data from the caller as a template sees it: a copy, own properties only, and where each part of it came from. */
export interface TemplateData {
  variables: Map<string, Value>
  /** `items[0]` of each list and dictionary, for messages. */
  places: WeakMap<object, string>
}

/** Reads the caller's data; ParlorError `invalid_input` at a value that JSON cannot carry. */
export function fromData(data: unknown, name: string): TemplateData {
  const places = new WeakMap<object, string>()
  const root = isObject(data) && !Array.isArray(data) ? convert(data, '', 1) : null
  if (!(root instanceof Map))
    throw refuse('', 'the data is no object', `Call build({ … }) with the variables of \`${name}\`.`)
  return { variables: root, places }

  function convert(value: unknown, place: string, level: number): Value {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (!isObject(value))
      throw refuse(place, `${typeof value === 'number' ? value : `a ${typeof value}`} is not JSON`, 'Give plain data.')
    if (level > renderLimits.depth / 2)
      throw refuse(place.slice(0, 60), 'the data is too deep, or holds itself', 'Give plain data.')
    const converted = Array.isArray(value) ? list(value, place, level) : dictionary(value, place, level)
    places.set(converted, place)
    return converted
  }

  function list(value: readonly unknown[], place: string, level: number): Value[] {
    return Array.from(value, (entry, index) => convert(entry ?? null, `${place}[${index}]`, level + 1))
  }

  function dictionary(value: object, place: string, level: number): Map<string, Value> {
    const members = Object.entries(value).filter(([, member]) => member !== undefined && typeof member !== 'function')
    return new Map(
      members.map(([key, member]) => [key, convert(member, place === '' ? key : `${place}.${key}`, level + 1)]),
    )
  }

  function refuse(place: string, problem: string, hint: string): ParlorError {
    return new ParlorError('invalid_input', { at: place === '' ? name : `${name}.${place}`, problem, hint })
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
