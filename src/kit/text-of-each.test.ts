import { expect, test } from 'vitest'
import * as kit from './index.ts'
import { type WidgetNode, type WidgetType, widgetSummary, widgetText, widgetTypes } from './index.ts'

const { Text } = kit
const open = { type: 'open', payload: { id: 7 } }
const inside = [Text({ value: 'a' }), Text({ value: 'b' })]

/** One node of each type, what people copy of it, and what a model reads. */
const each = {
  Card: [
    kit.Card({ status: { text: 'New' }, confirm: { label: 'Open', action: open }, children: inside }),
    'New\na\nb',
    'New\na\nb\n[button "Open" → open {"id":7}]',
  ],
  ListView: [
    kit.ListView({ status: { text: 'One' }, children: [kit.ListViewItem({ children: inside })] }),
    'One\na b',
    'One\na b',
  ],
  Basic: [kit.Basic({ children: [kit.Card({ children: inside }), Text({ value: 'c' })] }), 'a\nb\nc', 'a\nb\nc'],
  ListViewItem: [kit.ListViewItem({ onClickAction: open, children: inside }), 'a b', '[row → open {"id":7}]\na b'],
  Box: [kit.Box({ children: inside }), 'a\nb', 'a\nb'],
  Row: [kit.Row({ children: inside }), 'a b', 'a b'],
  Col: [kit.Col({ children: inside }), 'a\nb', 'a\nb'],
  Form: [kit.Form({ onSubmitAction: open, direction: 'row', children: inside }), 'a b', '[form → open {"id":7}]\na b'],
  Spacer: [kit.Spacer(), '', ''],
  Divider: [kit.Divider(), '', ''],
  Transition: [kit.Transition({ children: Text({ value: 'a' }) }), 'a', 'a'],
  Text: [Text({ value: 'a', editable: { name: 'body' } }), 'a', '[field body = "a"]'],
  Title: [kit.Title({ value: 'a' }), 'a', 'a'],
  Caption: [kit.Caption({ value: 'a' }), 'a', 'a'],
  Markdown: [kit.Markdown({ value: '**a**' }), '**a**', '**a**'],
  Label: [kit.Label({ value: 'a', fieldName: 'f' }), 'a', 'a'],
  Badge: [kit.Badge({ label: 'a' }), 'a', 'a'],
  Icon: [kit.Icon({ name: 'star' }), '', ''],
  Image: [kit.Image({ src: 'x.png', alt: 'A map' }), 'A map', 'A map'],
  Button: [kit.Button({ label: 'Open', onClickAction: open }), '', '[button "Open" → open {"id":7}]'],
  Chart: [
    kit.Chart({ data: [{ day: 'Mon', n: 1 }], xAxis: 'day', series: [{ type: 'line', dataKey: 'n' }] }),
    'day\tn\nMon\t1',
    'day\tn\nMon\t1',
  ],
  Table: [kit.Table({ children: [kit.Table.Row({ children: [kit.Table.Cell({ children: inside })] })] }), 'a b', 'a b'],
  'Table.Row': [kit.Table.Row({ children: inside.map((text) => kit.Table.Cell({ children: text })) }), 'a\tb', 'a\tb'],
  'Table.Cell': [kit.Table.Cell({ children: inside }), 'a\nb', 'a\nb'],
  Input: [kit.Input({ name: 'f', placeholder: 'Name', defaultValue: 'Ada' }), 'Ada', '[field f = "Ada"]'],
  Textarea: [kit.Textarea({ name: 'f' }), '', '[field f]'],
  Select: [
    kit.Select({ name: 'f', options: [{ value: 'en', label: 'English' }], defaultValue: 'en' }),
    'English',
    '[choice f: "en" (English) = "en"]',
  ],
  DatePicker: [kit.DatePicker({ name: 'f', defaultValue: '2026-01-02' }), '2026-01-02', '[date f = "2026-01-02"]'],
  Checkbox: [kit.Checkbox({ name: 'f', label: 'Yes', defaultChecked: true }), '[x] Yes', '[checkbox f "Yes" = true]'],
  RadioGroup: [
    kit.RadioGroup({ name: 'f', options: [{ value: 'en', label: 'English' }] }),
    '',
    '[choice f: "en" (English)]',
  ],
} satisfies Record<WidgetType, [node: WidgetNode, text: string, summary: string]>

test('every type there is stands in the table', () => {
  expect(Object.keys(each)).toEqual(widgetTypes)
})

test.each(Object.entries(each))('%s in words', (type, [node, text, summary]) => {
  expect(node.type).toBe(type)
  expect(widgetText(node)).toBe(text)
  expect(widgetSummary(node)).toBe(summary)
})
