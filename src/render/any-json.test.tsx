// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { widgetTypes } from '../kit/index.ts'
import { draw } from './testing/draw.tsx'

const names =
  'children value label name options data series xAxis status confirm cancel size color padding border radius align gap key id ' +
  'editable streaming limit collapsed asForm onClickAction onChangeAction onSubmitAction defaultValue src fit icon iconStart header'
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, '', 'a', 'md', 'text', 'constructor', '__proto__', 0, -1, 3.5, 1e9),
  fc.string({ maxLength: 6 }),
)
const { node } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, scalar, tie('node'), fc.array(tie('value'), { maxLength: 3 })),
  node: fc
    .record({
      type: fc.oneof(fc.constantFrom(...widgetTypes), fc.constantFrom('Nope', 'constructor', null, 7)),
      props: fc.dictionary(fc.constantFrom(...names.split(' ')), tie('value'), { maxKeys: 6 }),
      children: fc.array(tie('value'), { maxLength: 3 }),
    })
    .map(({ type, props, children }) => ({ type, children, ...Object(props) })),
}))

test('whatever JSON comes, it is drawn as far as it can be, and nothing throws', () => {
  const faults = vi.spyOn(console, 'error').mockImplementation(() => {})
  fc.assert(
    fc.property(fc.constantFrom('Card', 'ListView', 'Basic'), fc.array(node, { maxLength: 4 }), (type, children) => {
      const { problems, container, update } = draw({ type, children })
      expect(container.querySelector('.pk-widget')).not.toBeNull()
      update({ type, children: [...children].reverse() })
      expect(problems.filter(({ problem }) => problem === 'drawing it failed')).toEqual([])
      cleanup()
    }),
    { numRuns: 150 },
  )
  faults.mockRestore()
})

test('a tree of thousands of nodes is drawn; one deeper than any screen says that it cannot be', () => {
  const text = (value: string) => ({ type: 'Text', value })
  const rows = Array.from({ length: 1000 }, (_, index) => ({
    type: 'Row',
    children: [text(`${index}`), { type: 'Badge', label: 'b' }, { type: 'Icon', name: 'star' }],
  }))
  const { container } = draw({ type: 'Card', children: rows })
  expect(container.querySelectorAll('.pk-text')).toHaveLength(1000)
  cleanup()
  let deep: object = text('down here')
  for (let depth = 0; depth < 5000; depth += 1) deep = { type: 'Box', children: [deep] }
  const { problems } = draw({ type: 'Card', children: [deep] })
  expect(problems.map(({ code }) => code)).toContain('invalid_widget')
})
