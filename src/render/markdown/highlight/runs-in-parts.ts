import type { Run } from './highlight.ts'

/** Runs for each of the texts that together are the code; a run that crosses from one to the next is cut there. */
export function runsInParts(runs: readonly Run[], parts: readonly string[]): Run[][] {
  let at = 0
  let used = 0 // characters of the run at hand
  return parts.map((part) => {
    const inPart: Run[] = []
    for (let left = part.length; left > 0; ) {
      const run = runs[at]
      if (!run) break
      const text = run.text.slice(used, used + left)
      inPart.push({ text, kind: run.kind })
      left -= text.length
      used += text.length
      if (used < run.text.length) continue
      at += 1
      used = 0
    }
    return inPart
  })
}
