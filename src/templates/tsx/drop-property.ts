import { endOfBraces, positionsOf } from './scan.ts'

/** JSX source without a property on all tags of one name. */
export function dropProperty(view: string, tag: string, property: string): string {
  const starts = positionsOf(new RegExp(`<${tag.replace('.', '\\.')}(?![\\w.])`, 'g'), view)
  return starts.reduceRight((text, start) => dropFromTag(text, start + tag.length + 1, property), view)
}

function dropFromTag(view: string, start: number, property: string): string {
  let at = start
  while (at < view.length) {
    const [space = ''] = /^\s*/.exec(view.slice(at)) ?? []
    const from = at + space.length
    const [name = ''] = /^[\w$.:-]+/.exec(view.slice(from)) ?? []
    if (view[from] === '{')
      at = endOfBraces(view, from) // a spread
    else if (name === '') return view
    else {
      const end = endOfValue(view, from + name.length)
      if (name === property) return view.slice(0, at) + view.slice(end)
      at = end
    }
  }
  return view
}

/** The end of `={…}` or `="…"`; the same place where there is no value. */
function endOfValue(view: string, at: number): number {
  const [equals] = /^\s*=\s*/.exec(view.slice(at)) ?? []
  if (equals === undefined) return at
  const from = at + equals.length
  if (view[from] === '{') return endOfBraces(view, from)
  const close = view.indexOf(view[from] ?? '', from + 1)
  return close === -1 ? view.length : close + 1
}
