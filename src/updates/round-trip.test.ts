import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Card, Col, Markdown, Text, Title, Transition, type WidgetComponent, type WidgetRoot } from '../kit/index.ts'
import type { WidgetUpdate } from '../protocol/index.ts'
import { applyWidgetUpdate, diffWidget, explainTransition, smallestUpdates } from './index.ts'

const id = fc.constantFrom(undefined, 'a', 'b', 'c', 'd')
const value = fc.constantFrom('', 'a', 'ab', 'b', 'é€😀')

/** A component and a later state of it: texts have often grown, now and then it is another one. Few ids, so that they clash. */
interface Pair<Node> {
  before: Node
  after: Node
}
const textLike = fc.constantFrom<(props: { id: string | undefined; value: string }) => WidgetComponent>(
  (props) => Text(props),
  (props) => Markdown(props),
  (props) => Title(props),
)
const text = fc
  .record({ draw: textLike, id, value, more: fc.constantFrom('', '', 'x', 'xy') })
  .map(({ draw, id, value, more }) => ({ before: draw({ id, value }), after: draw({ id, value: value + more }) }))
const streaming = fc
  .record({ id, value, more: fc.constantFrom('', 'x'), ends: fc.boolean() })
  .map(({ id, value, more, ends }) => ({
    before: Text({ id, value, streaming: true }),
    after: Text({ id, value: value + more, streaming: !ends }),
  }))
const column = (id: string | undefined, children: WidgetComponent[]): WidgetComponent => Col({ id, children })
const { component } = fc.letrec<{ component: Pair<WidgetComponent>; children: Pair<WidgetComponent>[] }>((tie) => ({
  component: fc.oneof(
    { maxDepth: 4 },
    { arbitrary: text, weight: 4 },
    { arbitrary: streaming, weight: 1 },
    {
      arbitrary: fc.record({ id, children: tie('children') }).map(({ id, children }) => ({
        before: column(
          id,
          children.map(({ before }) => before),
        ),
        after: column(
          id,
          children.map(({ after }) => after),
        ),
      })),
      weight: 4,
    },
    {
      arbitrary: fc.record({ id, child: tie('component') }).map(({ id, child }) => ({
        before: Transition({ id, children: child.before }),
        after: Transition({ id, children: child.after }),
      })),
      weight: 1,
    },
    {
      arbitrary: fc.tuple(tie('component'), tie('component')).map(([{ before }, { after }]) => ({ before, after })),
      weight: 1,
    },
  ),
  children: fc.array(tie('component'), { maxLength: 3 }),
}))
const pair: fc.Arbitrary<Pair<WidgetRoot>> = fc.array(component, { maxLength: 3 }).map((children) => ({
  before: Card({ children: children.map(({ before }) => before) }),
  after: Card({ children: children.map(({ after }) => after) }),
}))

const json = (value: unknown) => JSON.parse(JSON.stringify(value))
const apply = (before: WidgetRoot, updates: readonly WidgetUpdate[]) => json(updates.reduce(applyWidgetUpdate, before))
const bytes = (updates: readonly WidgetUpdate[]) => Buffer.byteLength(JSON.stringify(updates))

test('applying the diff of two trees to the first gives the second', () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      expect(apply(before, diffWidget(before, after))).toEqual(json(after))
    }),
    { numRuns: 2000 },
  )
})

test('the smallest updates give the second tree too, and are never longer than the diff', () => {
  fc.assert(
    fc.property(pair, fc.boolean(), ({ before, after }, component) => {
      const updates = smallestUpdates(before, after, { component })
      expect(apply(before, updates)).toEqual(json(after))
      expect(bytes(updates)).toBeLessThanOrEqual(bytes(diffWidget(before, after)))
    }),
    { numRuns: 2000 },
  )
})

test('the explanation agrees with the diff', () => {
  fc.assert(
    fc.property(pair, ({ before, after }) => {
      const [first] = diffWidget(before, after)
      const how = first === undefined ? 'nothing' : first.type === 'widget.root.updated' ? 'root' : 'text'
      expect(explainTransition(before, after).how).toBe(how)
    }),
    { numRuns: 500 },
  )
})
