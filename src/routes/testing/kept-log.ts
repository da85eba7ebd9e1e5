import { inspect } from 'node:util'
import type { RouteLog } from '../log.ts'

/** A log that keeps all it is told as text, causes included. */
export function keptLog(): RouteLog & { text(): string } {
  const lines: string[] = []
  const keep = (details: object, message: string) => void lines.push(message, inspect(details, { depth: 10 }))
  return { warn: keep, error: keep, text: () => lines.join('\n') }
}
