import { common, createLowlight } from 'lowlight'
import { type CodeKind, codeKind } from './code-kind.ts'

/** Some characters of a code that look the same; without a kind they have the colour of text. */
export interface Run {
  text: string
  kind: CodeKind | null
}

interface Node {
  type: string
  value?: string
  properties?: { className?: unknown }
  children?: readonly Node[]
}

const lowlight = createLowlight(common)

/** A code in runs, in order: joined they are the code again. This file brings the grammars along; it is loaded when first needed. */
export function highlight(code: string, language: string): Run[] {
  const runs: Run[] = []
  function add(text: string, kind: CodeKind | null) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += text
    else runs.push({ text, kind })
  }
  function visit(node: Node, outer: CodeKind | null) {
    if (node.value !== undefined) return add(node.value, outer)
    const kind = codeKind(node.properties?.className, outer)
    for (const child of node.children ?? []) visit(child, kind)
  }
  visit(lowlight.highlight(language.toLowerCase(), code), null)
  return runs
}
