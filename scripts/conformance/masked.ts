import { isDeepStrictEqual } from 'node:util'
import { wireJson } from '../../src/protocol/index.ts'

/** A value as the recordings hold it: times and the words of notes are masked, null fields of models left out. */
export function masked(value: unknown): unknown {
  return mask(JSON.parse(wireJson(value)))
}

function mask(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mask)
  if (typeof value !== 'object' || value === null) return value
  const note = 'type' in value && value.type === 'sdk_hidden_context'
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (key === 'created_at') return [[key, '<time>']]
      if (key === 'content' && note) return [[key, '<note>']]
      return key === 'output' && member === null ? [] : [[key, mask(member)]]
    }),
  )
}

/** Where two JSON values first differ, in one line; null when they are the same. */
export function difference(expected: unknown, got: unknown, at: string): string | null {
  if (isDeepStrictEqual(expected, got)) return null
  if (Array.isArray(expected) && Array.isArray(got)) {
    for (let index = 0; index < Math.max(expected.length, got.length); index++) {
      const found = difference(expected[index], got[index], `${at}[${index}]`)
      if (found) return found
    }
  }
  if (isObject(expected) && isObject(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const found = difference(expected[key], got[key], `${at}.${key}`)
      if (found) return found
    }
  }
  return `${at}: expected ${short(expected)}, got ${short(got)}`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function short(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
