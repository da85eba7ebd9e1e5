/** A value as JSON in the text of a template, where `{{`, `{%` and `{#` would begin a tag. */
export function jsonText(value: string | number | boolean | null): string {
  return JSON.stringify(value).replace(/\{(?=[{%#])/g, '\\u007b')
}

/** A text as a template's expressions write it. */
export function jinjaText(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
  return `"${text.replace(/["\\\n\r\t]/g, (character) => escapes[character] ?? character)}"`
}

/** Prints an expression as JSON. */
export function printed(code: string): string {
  return `{{ (${code}) | tojson }}`
}

/** One stretch of a list: an entry that is always there, or a block in which each entry has a comma in front. */
export type Part = { entry: string } | { block: string }

/** A list as JSON. With blocks in it it is captured first, and its first comma cut off. */
export function listText(parts: readonly Part[]): string {
  const entries = parts.flatMap((part) => ('entry' in part ? [part.entry] : []))
  if (entries.length === parts.length) return `[${entries.join(',')}]`
  return `[{%- set _c -%}${blockText(parts)}{%- endset -%}{{- (_c[1:] if _c and _c[0] == ',' else _c) -}}]`
}

/** Stretches of a list, with a comma in front of each entry. */
export function blockText(parts: readonly Part[]): string {
  return parts.map((part) => ('entry' in part ? `,${part.entry}` : part.block)).join('')
}

/** One text or the other, as the value of a property. */
export function choiceText(test: string, yes: string, no: string): string {
  return `{% if ${unwrapped(test)} %}${yes}{% else %}${no}{% endif %}`
}

/** One block of a list or the other. */
export function choiceBlock(test: string, yes: readonly Part[], no: readonly Part[]): Part {
  return { block: `{%-if ${unwrapped(test)} -%}${blockText(yes)}{%-else-%}${blockText(no)}{%-endif-%}` }
}

/** A condition without brackets around all of it. */
export function unwrapped(code: string): string {
  if (!code.startsWith('(') || /"| if /.test(code)) return code // a text may hold brackets; behind `{% if` a choice needs its own
  let depth = 0
  for (let at = 0; at < code.length; at++) {
    if (code[at] === '(') depth++
    if (code[at] === ')' && --depth === 0) return at === code.length - 1 ? code.slice(1, -1) : code
  }
  return code
}

/** What stands once for each entry of a list. */
export function loopText(name: string, list: string, body: string): string {
  return `{%-for ${name} in ${list} -%}${body}{%-endfor-%}`
}

const words = new Set(
  'and as by call context caller else elif false False filter for from if import in include is loop macro none None not or raw recursive self set super true True varargs kwargs with without _c'.split(
    ' ',
  ),
)

/** Names Jinja itself gives a meaning to where the data lacks them. */
export const globals: ReadonlySet<string> = new Set(['range', 'dict', 'lipsum', 'cycler', 'joiner', 'namespace'])

/** Whether a template can have a variable of this name. */
export function isVariable(name: string): boolean {
  return /^[A-Za-z]\w*$/.test(name) && !words.has(name)
}

/** What Python's dictionaries have themselves: there `.items` is no field. */
export const ofDictionaries: ReadonlySet<string> = new Set(
  'clear copy fromkeys get items keys pop popitem setdefault update values'.split(' '),
)

/** A field of what an expression gives. */
export function fieldCode(owner: string, name: string): string {
  return isVariable(name) && !ofDictionaries.has(name) ? `${owner}.${name}` : `${owner}[${jinjaText(name)}]`
}
