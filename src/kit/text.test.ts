import { expect, test } from 'vitest'
import * as kit from './index.ts'
import { widgetSummary, widgetText } from './index.ts'

/** A card with every component there is. */
const everything = kit.Card({
  status: { text: 'Draft', icon: 'write' },
  asForm: true,
  confirm: { label: 'Send', action: { type: 'mail.send', payload: { id: 7 } } },
  cancel: { label: 'Discard', action: { type: 'mail.discard' } },
  children: [
    kit.Title({ value: 'Mail' }),
    kit.Row({
      children: [kit.Icon({ name: 'mail' }), kit.Text({ value: 'To Ada' }), kit.Badge({ label: 'new' }), kit.Spacer()],
    }),
    kit.Divider(),
    kit.Col({ children: [kit.Caption({ value: 'yesterday' }), kit.Markdown({ value: '**Hello**' })] }),
    kit.Box({ direction: 'row', children: [kit.Text({ value: 'a' }), kit.Text({ value: 'b' })] }),
    kit.Image({ src: 'x.png', alt: 'A chart' }),
    kit.Image({ src: 'y.png', alt: '' }),
    kit.Text({ value: 'Dear Ada', editable: { name: 'body' } }),
    kit.Label({ value: 'Subject', fieldName: 'subject' }),
    kit.Input({ name: 'subject', defaultValue: 'Hi' }),
    kit.Textarea({ name: 'text' }),
    kit.DatePicker({ name: 'when' }),
    kit.Checkbox({ name: 'copy', label: 'Copy to me', defaultChecked: true }),
    kit.Select({ name: 'lang', options: [{ value: 'en', label: 'English' }], defaultValue: 'en' }),
    kit.RadioGroup({ name: 'tone', options: [{ value: 'f', label: 'Formal' }] }),
    kit.Form({ onSubmitAction: { type: 'sub' }, children: [kit.Button({ label: 'Go', submit: true })] }),
    kit.Transition({ children: kit.Button({ label: 'Open', onClickAction: { type: 'open', payload: { id: 'a' } } }) }),
    kit.Table({
      children: [
        kit.Table.Row({
          children: [
            kit.Table.Cell({ children: kit.Text({ value: 'x' }) }),
            kit.Table.Cell({ children: kit.Text({ value: 'y' }) }),
          ],
        }),
      ],
    }),
    kit.Chart({
      data: [{ day: 'Mon', n: 1 }, { day: 'Tue' }],
      series: [{ type: 'bar', dataKey: 'n', label: 'Mails' }],
      xAxis: { dataKey: 'day' },
    }),
  ],
})

test('people copy the texts: a line each, rows on one line', () => {
  expect(widgetText(everything)).toBe(
    [
      'Draft',
      'Mail',
      'To Ada new',
      'yesterday',
      '**Hello**',
      'a b',
      'A chart',
      'Dear Ada',
      'Subject',
      'Hi',
      '[x] Copy to me',
      'English',
      'x\ty',
      'day\tMails',
      'Mon\t1',
      'Tue\t',
    ].join('\n'),
  )
})

test('models also read fields, choices and buttons, with what they send', () => {
  expect(widgetSummary(everything)).toBe(
    [
      'Draft',
      'Mail',
      'To Ada new',
      'yesterday',
      '**Hello**',
      'a b',
      'A chart',
      '[field body = "Dear Ada"]',
      'Subject',
      '[field subject = "Hi"]',
      '[field text]',
      '[date when]',
      '[checkbox copy "Copy to me" = true]',
      '[choice lang: "en" (English) = "en"]',
      '[choice tone: "f" (Formal)]',
      '[form → sub]',
      '[button "Go" submits]',
      '[button "Open" → open {"id":"a"}]',
      'x\ty',
      'day\tMails',
      'Mon\t1',
      'Tue\t',
      '[button "Send" → mail.send {"id":7}] [button "Discard" → mail.discard]',
    ].join('\n'),
  )
})

test('each row of a list is one line, and tells what a click sends', () => {
  const list = kit.ListView({
    children: ['Oslo', 'Rome'].map((value) =>
      kit.ListViewItem({
        key: value,
        onClickAction: { type: 'pick', payload: { value } },
        children: [kit.Text({ value }), kit.Badge({ label: 'city' })],
      }),
    ),
  })
  expect(widgetText(list)).toBe('Oslo city\nRome city')
  expect(widgetSummary(kit.Basic({ children: [list] }))).toBe(
    '[row → pick {"value":"Oslo"}]\nOslo city\n[row → pick {"value":"Rome"}]\nRome city',
  )
})

test('models learn what a field asks for and what its use sends, and never a password', () => {
  const change = { type: 'saved', payload: { id: 7 } }
  const options = [
    { value: 'red', label: 'red' },
    { value: 'b', label: 'Blue', disabled: true },
  ]
  const form = kit.Form({
    children: [
      kit.Input({ name: 'mail', inputType: 'email', required: true }),
      kit.Input({ name: 'pin', inputType: 'password', defaultValue: '1234' }),
      kit.Textarea({ name: 'note', defaultValue: 'two\nlines', disabled: true }),
      kit.DatePicker({ name: 'day', min: '2026-01-01', max: '2026-12-31', onChangeAction: change }),
      kit.Checkbox({ name: 'ok', label: 'Agreed', required: true, onChangeAction: change }),
      kit.Select({ name: 'color', options, defaultValue: 'red', onChangeAction: change }),
      kit.RadioGroup({ name: 'none' }),
      kit.Text({ value: '', editable: { name: 'title', required: true } }),
      kit.Button({ label: '', iconStart: 'reload', uniform: true, disabled: true, onClickAction: { type: 'again' } }),
    ],
  })
  expect(widgetSummary(form).split('\n')).toEqual([
    '[email field mail, required]',
    '[password field pin]',
    '[field note = "two\\nlines", disabled]',
    '[date day from 2026-01-01 to 2026-12-31 → saved {"id":7}]',
    '[checkbox ok "Agreed" = false, required → saved {"id":7}]',
    '[choice color: "red", "b" (Blue) disabled = "red" → saved {"id":7}]',
    '[choice none: ]',
    '[field title, required]',
    '[button "reload", disabled → again]',
  ])
  expect(widgetText(form)).toBe('two\nlines\n[ ] Agreed\nred')
})

test('cells keep their column: empty ones stay, and each takes one line', () => {
  const row = kit.Table.Row({
    children: [
      kit.Table.Cell({ children: [kit.Icon({ name: 'star' })] }),
      kit.Table.Cell({ children: [kit.Text({ value: 'a' }), kit.Text({ value: 'b\tc' })] }),
      kit.Table.Cell({ children: kit.Text({ value: 'd' }) }),
    ],
  })
  expect(widgetText(row)).toBe('\ta b c\td')
})

test('a chart reads its x axis as people see it', () => {
  const chart = kit.Chart({
    data: [
      { day: '1', n: 3 },
      { day: '2', n: 4 },
    ],
    series: [{ type: 'bar', dataKey: 'n', label: null }],
    xAxis: { dataKey: 'day', labels: { 1: 'Mon' } },
  })
  expect(widgetText(chart)).toBe('day\tn\nMon\t3\n2\t4')
})
