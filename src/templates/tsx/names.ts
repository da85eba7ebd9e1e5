const reserved = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static await arguments eval z'.split(
    ' ',
  ),
)

/** A name as a variable: `Reading list` → `readingList`. `taken` are names the module has already. */
export function variableOf(name: string, taken: (variable: string) => boolean): string {
  const [first = 'widget', ...rest] = wordsOf(name)
  const camel = first.toLowerCase() + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const variable = /^\d/.test(camel) ? `widget${camel}` : camel
  return reserved.has(variable) || taken(variable) ? `${variable}Widget` : variable
}

/** A name as a widget has it: `Reading list` → `reading-list`. */
export function widgetNameOf(name: string): string {
  return wordsOf(name).join('-').toLowerCase() || 'widget'
}

/** Whether a name can stand as a variable. */
export function isVariable(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.has(name)
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '')
}
