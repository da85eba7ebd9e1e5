import type { Budget } from './budget.ts'
import { Float, present, type Value } from './values.ts'

/** Python's `==`: by value, also in lists and dictionaries; `true` equals `1`. */
export function isEqual(left: Value, right: Value, budget: Budget): boolean {
  return budget.within(() => {
    const [a, b] = [plain(left), plain(right)]
    if (Array.isArray(a) && Array.isArray(b)) {
      return a.length === b.length && a.every((entry, index) => isEqual(entry, b[index] ?? null, budget))
    }
    if (a instanceof Map && b instanceof Map) {
      return (
        a.size === b.size &&
        [...a].every(([key, member]) => {
          const other = b.get(key)
          return other !== undefined && isEqual(member, other, budget)
        })
      )
    }
    return a === b
  })
}

function plain(value: Value) {
  const there = present(value)
  if (there instanceof Float) return there.value
  return typeof there === 'boolean' ? Number(there) : there
}
