import { deepest } from './limits.ts'
import { nameOf } from './measure.ts'
import type { WidgetProblem } from './problem.ts'
import { notJsonHere } from './report.ts'
import { memberAt } from './words.ts'

/** More members than any widget has. */
const mostMembers = 1_000_000

/** Whether a value contains itself, or more than can be gone through; JSON that was parsed never contains itself. */
export function isEndless(value: unknown): boolean {
  const around = new Set<object>()
  let left = mostMembers

  function visit(inner: unknown, level: number): boolean {
    if (--left < 0) return true
    if (typeof inner !== 'object' || inner === null || level > deepest) return false
    if (around.has(inner) || ArrayBuffer.isView(inner)) return true
    if (Array.isArray(inner) && inner.length > left) return true // be it of holes
    around.add(inner)
    const found = Object.values(inner).some((member) => visit(member, level + 1))
    around.delete(inner)
    return found
  }

  return visit(value, 1)
}

/** What to say of a value that throws when it is read: a getter or a proxy, which JSON does not have. */
export function unreadable(value: unknown): WidgetProblem {
  return notJsonHere(placeThatThrows(value), 'a value that throws when it is read')
}

/** The first place whose reading throws; where none does a second time, all of it. */
function placeThatThrows(value: unknown): string {
  const seen = new Set<object>()

  function visit(inner: unknown, at: string): string | null {
    if (typeof inner !== 'object' || inner === null || seen.has(inner) || seen.size > mostMembers) return null
    seen.add(inner)
    const names = attempt(() => Object.keys(inner))
    if (!names) return at
    for (const name of names) {
      const place = Array.isArray(inner) ? `${at}[${name}]` : memberAt(at, name)
      const read = attempt(() => ({ member: Reflect.get(inner, name) }))
      const found = read ? visit(read.member, place) : place
      if (found !== null) return found
    }
    return null
  }

  const name = attempt(() => nameOf(value)) ?? 'widget'
  return attempt(() => visit(value, name)) ?? name // too deep to be looked for
}

function attempt<Result>(run: () => Result): Result | null {
  try {
    return run()
  } catch {
    return null
  }
}
