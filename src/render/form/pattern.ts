/** Whether a whole text matches a `pattern`; a pattern no browser could read accepts everything, as in HTML. */
export function matchesPattern(text: string, pattern: string | undefined): boolean {
  if (pattern === undefined || text === '') return true
  try {
    return new RegExp(`^(?:${pattern})$`, 'v').test(text)
  } catch {
    return true
  }
}
