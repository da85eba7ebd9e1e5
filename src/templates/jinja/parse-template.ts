import { parse, tokenize } from '@huggingface/jinja'
import { isParlorError, ParlorError } from '../../errors.ts'
import { type Parsed, parsedOf, parsedsOf, type Refuse } from './parsed.ts'
import { ExpressionReader } from './read-expression.ts'
import type { Statement, Target } from './syntax.ts'

/** Longer templates, or longer runs of spaces in them, only cost time. */
const most = { characters: 1_000_000, spaces: 2_000 } as const

/** Reads a template; ParlorError `invalid_input` at `name.template:3` for what is not Jinja, or is not let in. */
export function parseTemplate(template: string, name: string): readonly Statement[] {
  const at = `${name}.template`
  if (template.length > most.characters || template.match(/\s+/g)?.some((run) => run.length > most.spaces)) {
    throw new ParlorError('too_large', {
      at,
      problem: 'the template is too long',
      hint: 'Put its texts into the data.',
    })
  }
  const text = template.replace(/\r\n?/g, '\n') // as Jinja does
  const refuse = refuser(text, at)
  const generation = /\{%-?\s*(?:end)?generation\b/ // the parser takes this tag for its own
  if (generation.test(text)) throw refuse('statement `generation`', generation)
  try {
    return new StatementReader(refuse).statements(parsedsOf(parse(tokenize(text)).body))
  } catch (error) {
    if (isParlorError(error)) throw error
    const isTooDeep = error instanceof RangeError
    throw new ParlorError(isTooDeep ? 'too_large' : 'invalid_input', {
      at,
      problem: isTooDeep ? 'the template is nested too deep' : `Jinja cannot read it: ${messageOf(error)}`,
      hint: 'Look for a tag, bracket or quote that is not closed.',
      cause: error,
    })
  }
}

function messageOf(error: unknown): string {
  const message = error instanceof Error && !(error instanceof TypeError) ? error.message : 'it ends too early'
  return message.replace(/^Parser Error: /, '').replace(/\.$/, '')
}

/** Makes the error for something that is not let in, with the line of the first tag that matches. */
function refuser(text: string, at: string): Refuse {
  return (what, pattern) => {
    const tag = [...text.matchAll(/\{[{%].*?[}%]\}/gs)].find(([tag]) => pattern.test(tag))
    const inside = tag?.[0].search(pattern) ?? 0
    const line = tag ? `:${text.slice(0, tag.index + inside).split('\n').length}` : ''
    return new ParlorError('invalid_input', {
      at: at + line,
      problem: `the ${what} is not let in`,
      hint: 'Templates may use if, for, set, the filters tojson and default, the test none, namespace() and append().',
    })
  }
}

/** Turns the parser's statements into ours. */
class StatementReader {
  readonly #refuse: Refuse
  readonly #expressions: ExpressionReader

  constructor(refuse: Refuse) {
    this.#refuse = refuse
    this.#expressions = new ExpressionReader(refuse)
  }

  statements(parsed: readonly Parsed[]): Statement[] {
    return parsed.flatMap((one) => (one.type === 'Comment' ? [] : [this.#statement(one)]))
  }

  #statement(parsed: Parsed): Statement {
    const read = (part: unknown) => this.#expressions.read(parsedOf(part))
    const body = (part: unknown) => this.statements(parsedsOf(part))
    switch (parsed.type) {
      case 'StringLiteral':
        return { kind: 'text', text: String(parsed.value) }
      case 'If':
        return { kind: 'if', test: read(parsed.test), yes: body(parsed.body), no: body(parsed.alternate) }
      case 'For': {
        const name = parsedOf(parsed.loopvar)
        if (name.type !== 'Identifier') throw this.#refuse('unpacking of a loop variable', /\bfor\b[^%]*,/)
        if (parsedOf(parsed.iterable).type === 'SelectExpression')
          throw this.#refuse('`if` behind `for … in`', /\bfor\b.*\bif\b/s)
        const [over, inside, empty] = [read(parsed.iterable), body(parsed.body), body(parsed.defaultBlock)]
        return { kind: 'for', name: String(name.value), over, body: inside, empty }
      }
      case 'Set': {
        const target = this.#target(parsedOf(parsed.assignee))
        return parsed.value === null
          ? { kind: 'capture', target, body: body(parsed.body) }
          : { kind: 'set', target, value: read(parsed.value) }
      }
      case 'Macro':
      case 'Break':
      case 'Continue':
      case 'CallStatement':
      case 'FilterStatement': {
        const word = parsed.type.replace('Statement', '').toLowerCase()
        throw this.#refuse(`statement \`${word}\``, new RegExp(`%-?\\s*${word}\\b`))
      }
      default:
        return { kind: 'print', value: read(parsed) }
    }
  }

  #target(assignee: Parsed): Target {
    if (assignee.type === 'Identifier') return { name: String(assignee.value), field: null }
    if (assignee.type === 'MemberExpression' && assignee.computed === false) {
      const [object, property] = [parsedOf(assignee.object), parsedOf(assignee.property)]
      if (object.type === 'Identifier') return { name: String(object.value), field: String(property.value) }
    }
    throw this.#refuse('target of this `set`', /\bset\b[^=]*[.,|[(]/)
  }
}
