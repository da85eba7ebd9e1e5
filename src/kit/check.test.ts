import { expect, test } from 'vitest'
import { ParlorError } from '../errors.ts'
import {
  Basic,
  Box,
  Button,
  Card,
  checkWidget,
  inspectWidget,
  ListView,
  ListViewItem,
  readWidget,
  Spacer,
  Text,
  Transition,
  type WidgetComponent,
} from './index.ts'

/** Every error as one line, as it would be thrown. */
function linesOf(json: unknown, limits?: Parameters<typeof inspectWidget>[1]): string[] {
  const errors = inspectWidget(json, limits).filter(({ level }) => level === 'error')
  return errors.map(({ code, at, problem, hint }) => `${code} ${at}: ${problem}. ${hint}`)
}

const allTypes =
  'Card, ListView, Basic, ListViewItem, Box, Row, Col, Form, Spacer, Divider, Transition, Text, Title, Caption, Markdown, Label, ' +
  'Badge, Icon, Image, Button, Chart, Table, Table.Row, Table.Cell, Input, Textarea, Select, DatePicker, Checkbox, RadioGroup'

test('a right widget passes as the very same object', () => {
  const card = Card({ children: [Text({ value: 'a' }), Transition({ children: Button({ label: 'b' }) })] })
  expect(inspectWidget(card)).toEqual([])
  expect(checkWidget(card)).toBe(card)
})

test('null counts as absent, and is gone from what comes back', () => {
  const json = {
    type: 'Card',
    size: null,
    children: [
      null,
      { type: 'Button', label: 'a', onClickAction: null },
      { type: 'Button', onClickAction: { type: 'x', handler: null, payload: { a: null } } },
    ],
  }
  expect(inspectWidget(json)).toEqual([])
  expect(checkWidget(json)).toEqual({
    type: 'Card',
    children: [
      { type: 'Button', label: 'a' },
      { type: 'Button', onClickAction: { type: 'x', payload: { a: null } } },
    ],
  })
})

test('the error names the node, and carries all problems', () => {
  const json = {
    type: 'Card',
    children: [{ type: 'Text', value: 'a' }, { type: 'Title' }, { type: 'Button', lable: 'Go' }],
  }
  const thrown = catchError(() => checkWidget(json))
  expect(thrown.message).toBe('Card.children[1].value: missing. Give it a string.')
  expect(thrown).toMatchObject({ code: 'invalid_widget', at: 'Card.children[1].value' })
  expect(thrown.problems.map(({ at }) => at)).toEqual(['Card.children[1].value', 'Card.children[2].lable'])
})

test('missing_prop', () => {
  expect(linesOf({ type: 'Card' })).toEqual([
    'missing_prop Card.children: missing. Give it a list of nodes; [] for none.',
  ])
  expect(linesOf(Card({ children: [] }))).toEqual([])
  expect(linesOf({ type: 'Basic', children: [{ type: 'Select', name: 's' }, { value: 'a' }] })).toEqual([
    'missing_prop Basic.children[0].options: missing. Give it a list.',
    'missing_prop Basic.children[1].type: missing. Name the component, e.g. "Text".',
  ])
  expect(linesOf({ type: 'Card', background: { light: '#fff' }, children: [] })).toEqual([
    'missing_prop Card.background.dark: missing. Give it a string.',
  ])
})

test('unknown_prop, with the nearest name', () => {
  expect(linesOf({ type: 'Card', children: [{ type: 'Badge', lable: 'a', label: 'b' }] })).toEqual([
    'unknown_prop Card.children[0].lable: no property has the name "lable". Did you mean `label`?',
  ])
  expect(linesOf({ type: 'Card', children: [{ type: 'Spacer', grow: 1 }] })).toEqual([
    'unknown_prop Card.children[0].grow: no property has the name "grow". Spacer takes key, id, minSize.',
  ])
  expect(linesOf({ type: 'Card', padding: { tpo: 1 }, children: [] })).toEqual([
    'unknown_prop Card.padding.tpo: no property has the name "tpo". Did you mean `top`?',
  ])
  expect(linesOf({ type: 'Card', children: [{ type: 'Text', value: '', children: 'hello' }] })).toEqual([
    'unknown_prop Card.children[0].children: Text takes no children. Write its text as `value`.',
  ])
  expect(linesOf({ type: 'Card', children: [{ type: 'Text', value: '', children: [Spacer()] }] })).toEqual([
    'unknown_prop Card.children[0].children: Text takes no children. Put them beside it.',
  ])
})

test('wrong_value: not among the allowed', () => {
  expect(linesOf({ type: 'Card', size: 'fulll', children: [] })).toEqual([
    'wrong_value Card.size: "fulll" is not among the allowed values. Did you mean "full"? Allowed: sm, md, lg, full.',
  ])
  expect(linesOf({ type: 'ListView', limit: 'all', children: [] })).toEqual([
    'wrong_value ListView.limit: "all" does not fit here. Give it a number or "auto".',
  ])
})

test('wrong_value: of the wrong kind, in the shape it resembles most', () => {
  expect(linesOf({ type: 'Card', border: { size: '1' }, children: [{ type: 'Text', value: 5 }] })).toEqual([
    'wrong_value Card.border.size: "1" does not fit here. Write it without quotes, in JSX as {1}. Give it a number.',
    'wrong_value Card.children[0].value: 5 does not fit here. Give it a string.',
  ])
  expect(linesOf({ type: 'Card', children: { type: 'Text', value: '' } })).toEqual([
    'wrong_value Card.children: a Text stands where a list belongs. Give it a list of nodes.',
  ])
  const chart = { type: 'Chart', data: [{ day: 'Mon', n: 1 }], xAxis: 'day' }
  expect(linesOf({ type: 'Card', children: [{ ...chart, series: [{ type: 'pie', dataKey: 'n' }] }] })).toEqual([
    'wrong_value Card.children[0].series[0].type: "pie" is not among the allowed values. Allowed: bar, area, line.',
  ])
  expect(
    linesOf({ type: 'Card', children: [{ ...chart, series: [{ type: 'bar', dataKey: 'n', curveType: 'step' }] }] }),
  ).toEqual([
    'unknown_prop Card.children[0].series[0].curveType: no property has the name "curveType". It takes type, label, dataKey, color, stack.',
  ])
})

test('wrong_child', () => {
  expect(linesOf({ type: 'Card', children: [ListViewItem({ children: [] }), Card({ children: [] })] })).toEqual([
    'wrong_child Card.children[0]: a Card takes no ListViewItem. A ListViewItem stands in a ListView only; use a Row here.',
    'wrong_child Card.children[1]: a Card takes no Card. A Card is a widget of its own; use a Box here.',
  ])
  expect(
    linesOf({ type: 'Card', children: [{ type: 'Transition', children: [{ type: 'Text', value: '' }] }] }),
  ).toEqual([
    'wrong_child Card.children[0].children: 1 child in a list. Transition takes one component: put them into a Box.',
  ])
  expect(linesOf(Basic({ children: [Card({ children: [] }), ListView({ children: [] })] }))).toEqual([])
})

test('unknown_type, with the nearest component', () => {
  expect(linesOf({ type: 'Card', children: [{ type: 'Buton' }, { type: 'constructor' }] })).toEqual([
    'unknown_type Card.children[0].type: no component is called "Buton". Did you mean Button?',
    `unknown_type Card.children[1].type: no component is called "constructor". There are ${allTypes}.`,
  ])
})

test('wrong_root and not_a_node', () => {
  expect(linesOf(Text({ value: '' }))).toEqual([
    'wrong_root Text: a widget cannot begin with Text. Put it into a Card, ListView or Basic.',
  ])
  expect(linesOf(null)).toEqual([
    'not_a_node widget: null stands where a node belongs. Build one with a component function.',
  ])
  expect(linesOf({ type: 'Card', children: ['hello', 0] })).toEqual([
    'not_a_node Card.children[0]: the text "hello" stands where a node belongs. Write <Text value="…" /> or Text({ value }).',
    'not_a_node Card.children[1]: 0 stands where a node belongs. Write `count > 0 && …` instead of `count && …`.',
  ])
})

test('not_json: what a payload cannot carry', () => {
  const withPayload = (payload: Record<string, unknown>) =>
    Card({ children: [Button({ onClickAction: { type: 'a', payload } })] })
  const at = 'Card.children[0].onClickAction.payload'
  expect(linesOf(withPayload({ ok: [1, 'a', null, { b: true }], gone: undefined }))).toEqual([])
  expect(linesOf(withPayload({ when: new Date(0) }))).toEqual([
    `not_json ${at}.when: a Date cannot travel as JSON. Write \`date.toISOString()\`.`,
  ])
  expect(linesOf(withPayload({ a: [{ b: Number.NaN }] }))).toEqual([
    `not_json ${at}.a[0].b: NaN cannot travel as JSON. Write a number or null.`,
  ])
  const cannot = { f: () => 0, big: 1n, symbol: Symbol('s'), list: [undefined], holes: new Array(1), map: new Map() }
  expect(linesOf(withPayload(cannot))).toEqual([
    `not_json ${at}.f: a function cannot travel as JSON. Only data reaches the client: name an action, and handle that.`,
    `not_json ${at}.big: a bigint cannot travel as JSON. Write \`String(value)\`.`,
    `not_json ${at}.symbol: a symbol cannot travel as JSON. Put plain data here.`,
    `not_json ${at}.list[0]: undefined cannot travel as JSON. In a list write null, or leave the entry out.`,
    `not_json ${at}.holes[0]: undefined cannot travel as JSON. In a list write null, or leave the entry out.`,
    `not_json ${at}.map: a Map cannot travel as JSON. Write \`Object.fromEntries(map)\`.`,
  ])
})

test('too_deep, too_many_nodes and too_large are told before anything else is read', () => {
  const nested = (levels: number): WidgetComponent => (levels === 0 ? Box({}) : Box({ children: [nested(levels - 1)] }))
  expect(linesOf(Card({ children: [nested(3)] }), { depth: 6 })).toEqual([
    'too_deep Card.children[0].children[0].children[0]: deeper than 6 levels of JSON. Send less, or hand in a higher limit: { depth }.',
  ])
  expect(linesOf(Card({ children: [Text({ value: 'a' }), Text({ value: 'b' })] }), { nodes: 2 })).toEqual([
    'too_many_nodes Card: more than 2 nodes. Send less, or hand in a higher limit: { nodes }.',
  ])
  const long = Card({ children: [Text({ value: 'x'.repeat(1000) })] })
  expect(linesOf(long, { bytes: 1000 })).toEqual([
    'too_large Card: more than 1,000 bytes as JSON. Send less, or hand in a higher limit: { bytes }.',
  ])
  expect(linesOf(long, { bytes: JSON.stringify(long).length + 50 })).toEqual([])
})

test('not_json: a value inside itself is told at once, not followed', () => {
  const payload: Record<string, unknown> = {}
  payload.self = [payload, payload]
  expect(linesOf({ type: 'Card', children: [], confirm: { label: 'a', action: { type: 'b', payload } } })).toEqual([
    'not_json Card.confirm.action.payload.self[0]: an object inside itself cannot travel as JSON. Put plain data here.',
  ])
  const box: Record<string, unknown> = { type: 'Box' }
  box.children = [box]
  expect(linesOf({ type: 'Card', children: [box] })).toEqual([
    'not_json Card.children[0].children[0]: an object inside itself cannot travel as JSON. Put plain data here.',
  ])
  const shared = { a: 1 }
  expect(
    linesOf(Card({ children: [Button({ onClickAction: { type: 'a', payload: { shared, twice: shared } } })] })),
  ).toEqual([])
})

test('a value that throws when it is read is told with its place, by every way in', () => {
  const thrower: unknown = {
    get value() {
      throw new TypeError('a getter threw')
    },
    type: 'Text',
  }
  const json = { type: 'Card', children: [Text({ value: '' }), thrower] }
  const line = 'Card.children[1].value: a value that throws when it is read cannot travel as JSON. Put plain data here.'
  expect(linesOf(json)).toEqual([`not_json ${line}`])
  expect(catchError(() => checkWidget(json)).message).toBe(line)
  expect(readWidget(json)).toEqual({ root: null, problems: inspectWidget(json) })
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  expect(inspectWidget({ type: 'Card', children: [proxy] }).map(({ at }) => at)).toEqual(['Card.children[0]'])
  expect(inspectWidget(proxy).map(({ at }) => at)).toEqual(['widget'])
})

test('duplicate_id', () => {
  const json = Card({
    id: 'a',
    children: [
      Text({ id: 'b', value: '' }),
      Box({ children: [Text({ id: 'b', value: '' }), Text({ id: 'a', value: '' })] }),
    ],
  })
  expect(linesOf(json)).toEqual([
    'duplicate_id Card.children[1].children[0].id: "b" is the id of Card.children[0] too. ' +
      'Give each node an id of its own: streamed text and updates find it by that.',
    'duplicate_id Card.children[1].children[1].id: "a" is the id of Card too. ' +
      'Give each node an id of its own: streamed text and updates find it by that.',
  ])
  expect(catchError(() => checkWidget(json)).at).toBe('Card.children[1].children[0].id')
})

test('names of Object’s own are unknown like any other', () => {
  const json: unknown = JSON.parse('{"type":"Card","__proto__":{"polluted":true},"children":[{"type":"toString"}]}')
  expect(inspectWidget(json).map(({ code, at }) => `${code} ${at}`)).toEqual([
    'unknown_prop Card.__proto__',
    'unknown_type Card.children[0].type',
  ])
  expect({}).not.toHaveProperty('polluted')
})

function catchError(run: () => unknown): ParlorError {
  try {
    run()
  } catch (error) {
    if (error instanceof ParlorError) return error
  }
  throw new Error('nothing of ours was thrown')
}
