import { type Step, title } from 'parlor/mock'
import type { Turn } from 'parlor/server'

/** Steps that also name the thread, unless it has a name already. */
export function named(name: string, steps: readonly Step[]) {
  return ({ thread }: Pick<Turn, 'thread'>): readonly Step[] => (thread.title ? steps : [title(name), ...steps])
}
