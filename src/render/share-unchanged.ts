/**
 * `after`, with every part that equals its counterpart in `before` replaced by that very object: what did not change is then not
 * drawn again, however the new version was made.
 */
export function shareUnchanged<Value>(before: unknown, after: Value): Value {
  if (Object.is(before, after) || typeof before !== 'object' || typeof after !== 'object' || !before || !after)
    return after
  if (Array.isArray(before) !== Array.isArray(after)) return after
  const old = new Map(Object.entries(before))
  const entries = Object.entries(after).map(([name, value]) => [name, shareUnchanged(old.get(name), value)] as const)
  const isEqual =
    entries.length === old.size && entries.every(([name, value]) => old.has(name) && Object.is(old.get(name), value))
  if (isEqual) return before as Value // the same keys with the same values
  const shared = Array.isArray(after) ? entries.map(([, value]) => value) : Object.fromEntries(entries)
  return shared as Value // rebuilt from the entries of `after`
}
