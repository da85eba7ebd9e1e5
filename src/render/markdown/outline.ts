import type { Token } from 'marked'
import type { Block } from './read-markdown.ts'

/** Turns tokens into blocks, one after the other. */
export interface Outline {
  add(token: Token): Block
  /** The same state, to read on without changing this one. */
  copy(): Outline
}

/** Heading levels of one document: they begin at 2 and never skip one, whatever depths the author began with and left out. */
export function createOutline(above: readonly number[] = []): Outline {
  let depths = above
  return {
    add(token) {
      if (token.type !== 'heading') return { token, level: 0 }
      const depth: number = token.depth
      depths = [...depths.filter((outer) => outer < depth), depth]
      return { token, level: Math.min(depths.length + 1, 6) }
    },
    copy: () => createOutline(depths),
  }
}
