import { isParlorError, ParlorError, type Problem } from '../../errors.ts'
import { innerNodes, type Placed } from './ast.ts'

/** The text of a module, what Studio gets instead of parts of it, and the errors that name a place in it. */
export class SourceText {
  readonly #file: string
  readonly #source: string
  readonly #edits = new Map<string, { start: number; end: number; text: () => string }>()
  /** The widget's name, in front of problems. */
  readonly #widget: string
  readonly #problems: Problem[] = []

  constructor(file: string, source: string, widget: string) {
    this.#file = file
    this.#source = source
    this.#widget = widget
  }

  /** Has Studio get another text where this node stands. */
  edit(node: Placed, text: () => string): void {
    const [start, end] = rangeOf(node)
    this.#edits.set(`${start}-${end}`, { start, end, text })
  }

  /** The text of a node as Studio gets it. */
  textOf(node: Placed): string {
    const [from, to] = rangeOf(node)
    const inside = [...this.#edits.values()]
      .filter(({ start, end }) => start >= from && end <= to)
      .sort((a, b) => a.start - b.start || b.end - a.end)
    let text = ''
    let at = from
    for (const { start, end, text: written } of inside) {
      if (start < at) continue // inside of one that was replaced
      text += this.#source.slice(at, start) + written()
      at = end
    }
    return text + this.#source.slice(at, to)
  }

  /** The text of a node as Studio gets it, with the indentation of its first line taken off all lines; texts keep theirs. */
  dedented(node: Placed): string {
    const [from] = rangeOf(node)
    const line = this.#source.slice(this.#source.lastIndexOf('\n', from - 1) + 1, from)
    const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
    if (indent !== '') for (const start of linesIn(node, this.#source)) this.#dedent(start, indent)
    return this.textOf(node)
  }

  /** Does a part of the work; where that is refused, remembers why and goes on. */
  attempt<Result>(work: () => Result, otherwise: Result): Result {
    try {
      return work()
    } catch (error) {
      if (!isParlorError(error)) throw error
      this.#problems.push(...error.problems)
      return otherwise
    }
  }

  /** ParlorError with all that was refused, if anything was. */
  settle(): void {
    const [first] = this.#problems
    if (first) throw new ParlorError('invalid_input', { ...first, problems: this.#problems })
  }

  /** A part of the source as it is. */
  slice(from: number, to: number): string {
    return this.#source.slice(from, to)
  }

  /** The error for an expression Studio's templates cannot have; `why` goes on behind the expression. */
  refuse(node: Placed, why: string, hint: string): ParlorError {
    const [from, to] = rangeOf(node)
    const text = this.#source.slice(from, to).replace(/\s+/g, ' ')
    const { line, column } = node.loc?.start ?? { line: 1, column: 0 }
    return new ParlorError('invalid_input', {
      at: this.#widget,
      problem: `\`${text.length > 80 ? `${text.slice(0, 79)}…` : text}\` ${why}`,
      hint,
      source: `${this.#file}:${line}:${column + 1}`,
    })
  }

  #dedent(start: number, indent: string): void {
    if (!this.#source.startsWith(indent, start)) return
    this.edit({ type: 'indentation', start, end: start + indent.length }, () => '')
  }
}

/** Where the lines inside a node begin, but for those that begin inside a text. */
function linesIn(node: Placed, source: string): number[] {
  const [from, to] = rangeOf(node)
  const texts = textsIn(node)
  const starts: number[] = []
  for (let at = source.indexOf('\n', from); at !== -1 && at < to; at = source.indexOf('\n', at + 1)) {
    if (!texts.some(([start, end]) => at >= start && at < end)) starts.push(at + 1)
  }
  return starts
}

function textsIn(node: Placed): (readonly [number, number])[] {
  const isText = node.type === 'StringLiteral' || node.type === 'TemplateElement'
  return isText ? [rangeOf(node)] : innerNodes(node).flatMap(textsIn)
}

function rangeOf({ start, end }: Placed): readonly [number, number] {
  return [start ?? 0, end ?? 0]
}
