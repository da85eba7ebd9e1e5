/** @jsxImportSource parlor */
import { expect, test } from 'vitest'
import {
  Badge,
  Box,
  Card,
  Col,
  checkWidget,
  createElement,
  Fragment,
  inspectWidget,
  type JsxChild,
  ListView,
  Row,
  Table,
  Text,
  Title,
  Transition,
} from './index.ts'
import * as development from './jsx-dev-runtime.ts'
import * as production from './jsx-runtime.ts'

/** What a call throws, in words. */
function saidBy(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return String(error)
  }
}

test('a tag that is no component says which, and what to write instead', () => {
  const tag = (component: unknown) => saidBy(() => Reflect.apply(production.jsx, null, [component, {}]))
  expect(tag('div')).toBe(
    'ParlorError: <div>: this tag is no component. There is no HTML in widgets: did you mean <Box>?',
  )
  expect(tag('marquee')).toBe(
    'ParlorError: <marquee>: this tag is no component. There is no HTML in widgets; the components are those of parlor/kit.',
  )
  expect(tag(undefined)).toBe(
    'ParlorError: <…>: a tag names nothing instead of a component. See that what the tag names is imported, and by this name.',
  )
  const place = { fileName: 'src/slip.tsx', lineNumber: 3, columnNumber: 5 }
  expect(saidBy(() => Reflect.apply(development.jsxDEV, null, ['h1', {}, undefined, false, place]))).toBe(
    'ParlorError: <h1>: this tag is no component. There is no HTML in widgets: did you mean <Title>? (src/slip.tsx:3:5)',
  )
  expect(saidBy(() => Reflect.apply(createElement, null, [undefined, null]))).toContain('a tag names nothing')
})

test('a tag is a call', () => {
  expect(
    <Card size="sm">
      <Title value="Slip" />
      <Row gap={2}>
        <Badge label="new" />
      </Row>
    </Card>,
  ).toEqual({
    type: 'Card',
    size: 'sm',
    children: [
      { type: 'Title', value: 'Slip' },
      { type: 'Row', gap: 2, children: [{ type: 'Badge', label: 'new' }] },
    ],
  })
})

test('conditions, lists and fragments vanish into the children', () => {
  const isOpen = false
  expect(
    <Col>
      {isOpen && <Title value="hidden" />}
      {['a', 'b'].map((value) => (
        <Text key={value} value={value} />
      ))}
      <Fragment>
        <Badge label="c" />
        {null}
      </Fragment>
    </Col>,
  ).toEqual({
    type: 'Col',
    children: [
      { type: 'Text', key: 'a', value: 'a' },
      { type: 'Text', key: 'b', value: 'b' },
      { type: 'Badge', label: 'c' },
    ],
  })
})

test('components of one’s own return nodes, several, or nothing; their key goes to the node', () => {
  function Score({ points, children }: { points: number; children?: JsxChild }) {
    return (
      <Box>
        <Badge label={String(points)} />
        {children}
      </Box>
    )
  }
  const Pair = () => [<Text key="x" value="x" />, Text({ value: 'y' })]
  const Nothing = () => null
  expect(
    <Col>
      <Score key={1} points={3}>
        <Text value="!" />
      </Score>
      <Pair />
      <Nothing key="n" />
    </Col>,
  ).toEqual({
    type: 'Col',
    children: [
      {
        type: 'Box',
        key: '1',
        children: [
          { type: 'Badge', label: '3' },
          { type: 'Text', value: '!' },
        ],
      },
      { type: 'Text', key: 'x', value: 'x' },
      { type: 'Text', value: 'y' },
    ],
  })
})

test('a key behind a spread is kept, which is where compilers call createElement', () => {
  const props = { value: 'x' }
  // biome-ignore format: the key has to stand behind the spread
  expect(<Text {...props} key="k" />).toEqual({ type: 'Text', key: 'k', value: 'x' })
  expect(createElement(Text, { key: 7, value: 'x' })).toEqual({ type: 'Text', key: '7', value: 'x' })
  expect(createElement(Col, null, createElement(Text, { value: 'a' }), createElement(Text, { value: 'b' }))).toEqual({
    type: 'Col',
    children: [
      { type: 'Text', value: 'a' },
      { type: 'Text', value: 'b' },
    ],
  })
})

test('the production runtime builds the same', () => {
  const { jsx, jsxs } = production
  expect(
    jsxs(Col, { children: [jsx(Text, { value: 'a' }, 'k'), jsx(Fragment, { children: jsx(Text, { value: 'b' }) })] }),
  ).toEqual({
    type: 'Col',
    children: [
      { type: 'Text', key: 'k', value: 'a' },
      { type: 'Text', value: 'b' },
    ],
  })
})

test('parts of a table and transitions are tags too', () => {
  expect(
    <Table>
      <Table.Row header>
        <Table.Cell>
          <Transition>{true && <Text value="a" />}</Transition>
        </Table.Cell>
      </Table.Row>
    </Table>,
  ).toEqual({
    type: 'Table',
    children: [
      {
        type: 'Table.Row',
        header: true,
        children: [{ type: 'Table.Cell', children: [{ type: 'Transition', children: { type: 'Text', value: 'a' } }] }],
      },
    ],
  })
})

test('what a plain call would not compile, the check finds in JSX', () => {
  const list = (
    <ListView>
      <Text value="a" />
    </ListView>
  )
  expect(inspectWidget(list)).toEqual([
    {
      level: 'error',
      code: 'wrong_child',
      at: 'ListView.children[0]',
      problem: 'a ListView takes no Text',
      hint: 'It takes ListViewItem.',
      source: expect.stringMatching(/\/src\/kit\/jsx\.test\.tsx:\d+:7$/),
    },
  ])
})

test('problems tell where the tag stands, in development, and nothing of it is in the JSON', () => {
  const { jsxDEV } = development
  const source = (lineNumber: number) => ({ fileName: 'slip.tsx', lineNumber, columnNumber: 5 })
  const Line = ({ value }: { value: string }) => jsxDEV(Text, { value, wieght: 'bold' }, undefined, false, source(9))
  const Plain = ({ value }: { value: string }) => Text({ value })
  const card = jsxDEV(
    Card,
    {
      children: [
        jsxDEV(Title, {}, 'k', false, source(2)),
        jsxDEV(Line, { value: 'a' }, 'l', false, source(3)),
        Box({ children: [jsxDEV(Plain, { value: 5 }, undefined, false, source(4))] }),
        Text({ value: '', id: 'x' }),
        Text({ value: '', id: 'x' }),
      ],
    },
    undefined,
    true,
    source(1),
  )
  expect(inspectWidget(card).map(({ at, source }) => `${at} ${source}`)).toEqual([
    'Card.children[0].value slip.tsx:2:5',
    'Card.children[1].wieght slip.tsx:9:5',
    'Card.children[2].children[0].value slip.tsx:4:5',
    'Card.children[4].id slip.tsx:1:5',
  ])
  expect(() => checkWidget(card)).toThrow('Card.children[0].value: missing. Give it a string. (slip.tsx:2:5)')
  expect(card).toMatchObject({ children: [{ type: 'Title', key: 'k' }, {}, {}, {}, {}] })
  expect(JSON.stringify(card)).not.toContain('slip.tsx')
  const [copied] = inspectWidget(JSON.parse(JSON.stringify(card)))
  expect(copied).not.toHaveProperty('source')
})

test('the older call keeps the place it is given, and production none', () => {
  const __source = { fileName: 'slip.tsx', lineNumber: 7 }
  const given: object = { __source, __self: null, children: 'text' }
  expect(inspectWidget(createElement(Card, given))[0]).toMatchObject({ at: 'Card.children[0]', source: 'slip.tsx:7' })
  expect(inspectWidget(production.jsx(Card, { children: 'text' }))[0]).not.toHaveProperty('source')
})

test('the place is that of the very tag, through lists, fragments and components of one’s own, and is told in production by nobody', () => {
  const wrong: object = { wieght: 'bold' }
  const Line = ({ value }: { value: string }) => <Text value={value} {...wrong} />
  const lines = (from: unknown) =>
    inspectWidget(from).map(({ at, source }) => `${at} ${source?.replace(/^.*jsx\.test\.tsx/, 'line')}`)
  const here = Number(/:(\d+):\d+\)?$/m.exec(new Error().stack?.split('\n')[1] ?? '')?.[1])
  const card = (
    <Card>
      {['a', 'b'].map((value) => (
        <Badge key={value} label={value} {...wrong} />
      ))}
      <Fragment>
        <Title value="c" {...wrong} />
      </Fragment>
      <Line value="d" />
    </Card>
  )
  const [badge, again, title, text] = lines(card)
  expect([badge, again, title]).toEqual([
    `Card.children[0].wieght line:${here + 4}:9`,
    `Card.children[1].wieght line:${here + 4}:9`,
    `Card.children[2].wieght line:${here + 7}:9`,
  ])
  expect(text).toMatch(/^Card\.children\[3\]\.wieght line:\d+:50$/) // where the tag of the node itself stands
  const { jsx } = production
  expect(inspectWidget(jsx(Card, { children: jsx(Badge, { label: 'a', ...wrong }) }))[0]).not.toHaveProperty('source')
})
