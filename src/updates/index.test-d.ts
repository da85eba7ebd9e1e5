import { expectTypeOf, test } from 'vitest'
import type { WidgetRoot } from '../kit/index.ts'
import type { ThreadItem, ThreadStreamEvent, WidgetUpdate } from '../protocol/index.ts'
import { diffWidget, emptyThreadState, explainTransition, reduce, smallestUpdates, type ThreadState } from './index.ts'

test('diffs go from roots to wire updates', () => {
  expectTypeOf(diffWidget).toEqualTypeOf<(before: WidgetRoot, after: WidgetRoot) => WidgetUpdate[]>()
  expectTypeOf(smallestUpdates).returns.toEqualTypeOf<WidgetUpdate[]>()
  expectTypeOf(explainTransition).returns.toHaveProperty('how').toEqualTypeOf<'nothing' | 'text' | 'root'>()
  // @ts-expect-error a component is not a root
  diffWidget({ type: 'Text', value: 'a' }, { type: 'Text', value: 'b' })
})

test('a thread is reduced event by event, and read only', () => {
  expectTypeOf(reduce).toEqualTypeOf<(state: ThreadState, event: ThreadStreamEvent) => ThreadState>()
  expectTypeOf(emptyThreadState.items).toEqualTypeOf<readonly ThreadItem[]>()
  // @ts-expect-error items cannot be changed in place
  emptyThreadState.items.push()
})
