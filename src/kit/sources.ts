import { isRecord } from './compile.ts'
import type { WidgetProblem } from './problem.ts'

/** Where a tag stands, as compilers tell it in development. */
export interface JsxSource {
  fileName: string
  lineNumber?: number
  columnNumber?: number
}

/** Under one name for all copies of the kit: a loader may have made the nodes by another copy than the one that checks them. */
const shared = globalThis as { [key: symbol]: WeakMap<object, string> | undefined }
const name = Symbol.for('parlor.sources')

/** Beside the nodes, not in them: nothing of it reaches the JSON. */
const sources = shared[name] ?? new WeakMap<object, string>()
shared[name] = sources

/** Keeps where the tag stands that made a node; a node that came from another tag keeps that one's place. */
export function rememberSource(node: unknown, source: JsxSource | undefined, madeFrom: unknown = node): void {
  const place = sourceOf(madeFrom) ?? (source && placeOf(source))
  if (place !== undefined && isRecord(node)) sources.set(node, place)
}

/** `src/slip.tsx:12:7`, where the tag stands that made a node; undefined for plain calls, and outside development. */
export function sourceOf(node: unknown): string | undefined {
  return isRecord(node) ? sources.get(node) : undefined
}

/** Problems of a node and what is below it; those whose place is not known yet get the node's. */
export function withSource(node: unknown, problems: WidgetProblem[]): WidgetProblem[] {
  const source = sourceOf(node)
  return source === undefined ? problems : problems.map((problem) => ({ source, ...problem }))
}

/** `src/slip.tsx:12:7`. */
export function placeOf({ fileName, lineNumber, columnNumber }: JsxSource): string {
  return [fileName, lineNumber, columnNumber].filter((part) => part !== undefined).join(':')
}
