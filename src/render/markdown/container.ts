import type { Token, Tokens } from 'marked'

/** A block that grows by parts, of which only the last one can still change: a list by items, a table by rows. */
export type Container = Tokens.List | Tokens.Table

/** A container's parts before the last one, which are settled. */
export interface SettledParts {
  token: Container
  /** Characters of the source that they take, from the beginning of the container. */
  length: number
  /** What has to stand before the rest for it to be read as the same container: a table's head. */
  prefix: string
}

/** Whether a block grows by parts. */
export function isContainer(token: Token | undefined): token is Container {
  return token?.type === 'list' || token?.type === 'table'
}

/** Parts of an open container that more text cannot change, or null when there are none. */
export function settledParts(token: Container): SettledParts | null {
  if (token.type === 'list') {
    const items = token.items.slice(0, -1)
    const length = items.reduce((sum, item) => sum + item.raw.length, 0)
    return items.length > 0 ? { token: { ...token, items }, length, prefix: '' } : null
  }
  const [head = '', ruler = '', ...lines] = token.raw.trimEnd().split('\n')
  if (lines.length < 2 || lines.length !== token.rows.length) return null
  const last = lines.at(-1) ?? ''
  const length = token.raw.trimEnd().length - last.length
  return { token: { ...token, rows: token.rows.slice(0, -1) }, length, prefix: `${head}\n${ruler}\n` }
}

/** The whole of a container of which the beginning was settled before; null when the rest is another kind of block. */
export function joined(before: Container | null, token: Token | undefined): Container | null {
  if (!isContainer(token)) return null
  if (before?.type === 'list' && token.type === 'list') {
    return { ...before, loose: before.loose || token.loose, items: [...before.items, ...token.items] }
  }
  if (before?.type === 'table' && token.type === 'table') return { ...before, rows: [...before.rows, ...token.rows] }
  return before ? null : token
}
