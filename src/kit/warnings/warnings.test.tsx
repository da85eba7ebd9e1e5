/** @jsxImportSource parlor */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Basic,
  Box,
  Button,
  Caption,
  Card,
  Chart,
  Checkbox,
  Col,
  checkWidget,
  DatePicker,
  Form,
  Icon,
  Image,
  Input,
  inspectWidget,
  Label,
  ListView,
  ListViewItem,
  mergeFormValues,
  RadioGroup,
  Row,
  Select,
  Text,
  Textarea,
  Title,
  type WidgetComponent,
  type WidgetRoot,
} from '../index.ts'

/** Every problem as one line. */
function linesOf(json: unknown): string[] {
  return inspectWidget(json).map(({ level, code, at, problem, hint }) => `${level} ${code} ${at}: ${problem}. ${hint}`)
}

const card = (...children: WidgetComponent[]): WidgetRoot => Card({ children })

test('warnings come behind errors, have the same shape, and are never thrown', () => {
  const json = { type: 'Card', children: [{ type: 'Image', src: 'a.png' }, { type: 'Title' }] }
  expect(inspectWidget(json)).toEqual([
    {
      level: 'error',
      code: 'missing_prop',
      at: 'Card.children[1].value',
      problem: 'missing',
      hint: 'Give it a string.',
    },
    {
      level: 'warning',
      code: 'missing_alt',
      at: 'Card.children[0].alt',
      problem: 'nothing stands in for the picture',
      hint: 'Say what the picture shows; "" when it only decorates.',
    },
  ])
  const image = card(Image({ src: 'a.png' }))
  expect(inspectWidget(image)).toHaveLength(1)
  expect(checkWidget(image)).toBe(image)
  expect(() => checkWidget(json)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ level: 'error' })] }),
  )
})

test('duplicate_key', () => {
  const text = (key: string) => Text({ key, value: 'x' })
  expect(linesOf(card(text('a'), Box({ children: [text('a'), text('b')] }), text('b'), text('a')))).toEqual([
    'warning duplicate_key Card.children[3].key: "a" is the key of Card.children[0] too. ' +
      'Give each sibling a key of its own, or none: focus and input stay with the key.',
  ])
})

test('duplicate_field, counted in each form', () => {
  const field = (name: string) => Row({ children: [Label({ value: 'Name', fieldName: name }), Input({ name })] })
  const form = Form({ children: [field('who'), Col({ children: [field('who'), field('where')] })] })
  expect(linesOf(card(form, Form({ children: [field('who')] }), field('free'), field('free')))).toEqual([
    'warning duplicate_field Card.children[0].children[1].children[0].children[1].name: ' +
      '"who" is the name of Card.children[0].children[0].children[1] too. ' +
      'Only the last one is sent: give each field of a form a name of its own.',
  ])
  const editable = Text({ value: '', editable: { name: 'who' } })
  expect(linesOf(Card({ asForm: true, children: [field('who'), editable] }))).toEqual([
    'warning duplicate_field Card.children[1].editable.name: "who" is the name of Card.children[0].children[1] too. ' +
      'Only the last one is sent: give each field of a form a name of its own.',
  ])
})

test('field_in_payload: where the merge would leave the field out', () => {
  const field = (name: string) => Row({ children: [Label({ value: 'Name', fieldName: name }), Input({ name })] })
  const payload = { id: 7, todo: { title: 'Milk', tags: ['a'], inner: { deep: true } }, gone: undefined, none: null }
  const withField = (name: string) =>
    linesOf(
      Card({ asForm: true, confirm: { label: 'Save', action: { type: 'save', payload } }, children: [field(name)] }),
    )
  expect(withField('todo.title')).toEqual([
    'warning field_in_payload Card.children[0].children[1].name: Card.confirm.action has a value for "todo.title" in its payload. ' +
      'That one wins and what is entered here is lost: leave it out of the payload, or rename the field.',
  ])
  const taken = ['id', 'todo', 'todo.tags', 'todo.inner.deep', 'todo.title.short', 'none']
  expect(taken.map((name) => withField(name).length)).toEqual([1, 1, 1, 1, 1, 1])
  const free = ['title', 'todo.id', 'gone', 'todo.inner.other', 'ids', '__proto__']
  expect(free.map((name) => withField(name))).toEqual([[], [], [], [], [], []])
  const go = Button({ label: 'Go', onClickAction: { type: 'go', payload: { a: 1 } } })
  expect(linesOf(card(Form({ children: [field('a')] }), go))).toEqual([])
  expect(linesOf(card(Form({ children: [field('a'), go] })))).toHaveLength(1)
})

test('field_in_payload: exactly where the merge of form values finds something in the way', () => {
  const names = fc.array(fc.constantFrom('a', 'b', 'toString', 'x y'), { minLength: 1, maxLength: 4 })
  const payloads = fc.object({ key: fc.constantFrom('a', 'b', 'toString', 'x y'), maxDepth: 3, values: [fc.integer()] })
  fc.assert(
    fc.property(names, payloads, (parts, payload) => {
      const name = parts.join('.')
      const confirm = { label: 'Save', action: { type: 'save', payload } }
      const warned = linesOf(Card({ asForm: true, confirm, children: [Checkbox({ name, label: 'Yes' })] }))
      expect(warned).toHaveLength(mergeFormValues(payload, { [name]: true }).problems.length)
    }),
    { numRuns: 300 },
  )
})

test('submit_outside_form', () => {
  const submit = Button({ label: 'Send', submit: true })
  expect(linesOf(card(submit))).toEqual([
    'warning submit_outside_form Card.children[0].submit: there is no form around this button. ' +
      'Put it into a Form or a Card with asForm, or give it an onClickAction instead.',
  ])
  expect(linesOf(card(Form({ onSubmitAction: { type: 'send' }, children: [Col({ children: [submit] })] })))).toEqual([])
  const confirm = { label: 'Send', action: { type: 'send' } }
  expect(linesOf(Card({ asForm: true, confirm, children: [submit] }))).toEqual([])
})

test('form_without_submit: nothing sends the form, or it sends nothing', () => {
  const onSubmitAction = { type: 'send' }
  const submit = Button({ label: 'Send', submit: true })
  const box = Checkbox({ name: 'ok', label: 'Ok' })
  expect(linesOf(card(Form({ onSubmitAction, children: [box] })))).toEqual([
    'warning form_without_submit Card.children[0].onSubmitAction: nothing in this form submits it. Put a Button with `submit` into it.',
  ])
  const line = Row({ children: [Label({ value: 'Name', fieldName: 'n' }), Input({ name: 'n' })] }) // Enter sends it
  expect(linesOf(card(Form({ onSubmitAction, children: [line] })))).toEqual([])
  expect(linesOf(card(Form({ children: [box, submit] })))).toEqual([
    'warning form_without_submit Card.children[0].children[1].submit: submitting the form around this button does nothing. ' +
      'Give the Form an onSubmitAction, or the Card with asForm a `confirm`.',
  ])
  expect(linesOf(Card({ asForm: true, children: [submit] }))).toHaveLength(1)
  const either = Button({ label: 'Send', submit: true, onClickAction: { type: 'send' } }) // what it runs without a form's
  expect(linesOf(card(Form({ children: [either] })))).toEqual([])
})

test('empty_list', () => {
  expect(linesOf(ListView({ children: [] }))).toEqual([
    'warning empty_list ListView.children: a list without rows. Show a Card with a Text that says so instead.',
  ])
  expect(linesOf(ListView({ children: [ListViewItem({ children: [] })] }))).toEqual([])
})

test('missing_label: every control has a name people see or hear', () => {
  const options = [{ value: 'a', label: 'A' }]
  const beside = (name: string) => `Put a Label with fieldName "${name}" beside it; a placeholder does not do.`
  const bare = [
    Input({ name: 'input', placeholder: 'Name' }),
    Textarea({ name: 'textarea' }),
    Select({ name: 'select', options }),
    DatePicker({ name: 'date' }),
    Text({ value: '', editable: { name: 'text' } }),
    Checkbox({ name: 'checkbox', label: ' ' }),
    RadioGroup({ name: 'radio', options }),
  ]
  const line = (index: number, name: string) =>
    `warning missing_label Card.children[${index}]: nothing says what the field "${name}" is for.`
  expect(linesOf(card(...bare))).toEqual([
    `${line(0, 'input')} ${beside('input')}`,
    `${line(1, 'textarea')} ${beside('textarea')}`,
    `${line(2, 'select')} ${beside('select')}`,
    `${line(3, 'date')} ${beside('date')}`,
    `${line(4, 'text')} ${beside('text')}`,
    `${line(5, 'checkbox')} Give it a label, or put a Label with fieldName "checkbox" beside it.`,
    `${line(6, 'radio')} Give it an ariaLabel, or put a Label with fieldName "radio" beside it.`,
  ])
  const names = ['input', 'textarea', 'select', 'date', 'text', 'checkbox', 'radio']
  const labels = names.map((fieldName) => Label({ value: 'Label', fieldName }))
  expect(linesOf(card(...bare, Row({ children: labels })))).toEqual([])
  expect(linesOf(card(Checkbox({ name: 'a', label: 'A' }), RadioGroup({ name: 'b', ariaLabel: 'B' })))).toEqual([])
})

test('missing_label: a label reaches as far as its form or row', () => {
  const label = Label({ value: 'Name', fieldName: 'who' })
  const input = Input({ name: 'who' })
  expect(linesOf(card(label, Form({ children: [input] })))).toHaveLength(1)
  expect(linesOf(card(Form({ children: [Col({ children: [label] }), input] })))).toEqual([])
  const row = (...children: WidgetComponent[]) => ListViewItem({ children })
  expect(linesOf(ListView({ children: [row(label, input), row(input)] }))).toHaveLength(1)
})

test('missing_alt', () => {
  expect(linesOf(card(Image({ src: 'a.png' })))).toEqual([
    'warning missing_alt Card.children[0].alt: nothing stands in for the picture. ' +
      'Say what the picture shows; "" when it only decorates.',
  ])
  expect(linesOf(card(Image({ src: 'a.png', alt: '' }), Image({ src: 'a.png', alt: 'A map' })))).toEqual([])
})

test('unknown_icon, with the nearest name', () => {
  const json = Card({
    status: { text: 'Saved', icon: 'chek' },
    children: [Icon({ name: 'turntable' }), Button({ label: 'a', iconStart: 'serach', iconEnd: 'lucide:upload' })],
  })
  const other = 'An unknown icon is drawn as a dot; `lucide:…` offers more.'
  expect(linesOf(json)).toEqual([
    `warning unknown_icon Card.status.icon: no icon is called "chek". Did you mean "check"? ${other}`,
    `warning unknown_icon Card.children[0].name: no icon is called "turntable". ${other}`,
    `warning unknown_icon Card.children[1].iconStart: no icon is called "serach". Did you mean "search"? ${other}`,
  ])
})

test('unknown_data_key: of a series and of the axis, with the nearest name', () => {
  const chart = (xAxis: string | { dataKey: string }, ...dataKeys: string[]) =>
    card(
      Chart({
        data: [
          { month: 'May', sales: 1 },
          { month: 'June', costs: 2 },
        ],
        series: dataKeys.map((dataKey) => ({ type: 'bar', dataKey })),
        xAxis,
      }),
    )
  expect(linesOf(chart('month', 'sales', 'costs'))).toEqual([])
  expect(linesOf(chart('year', 'sale'))).toEqual([
    'warning unknown_data_key Card.children[0].xAxis: no row of the data has "year". They have "month", "sales" or "costs".',
    'warning unknown_data_key Card.children[0].series[0].dataKey: no row of the data has "sale". Did you mean "sales"?',
  ])
  expect(linesOf(chart({ dataKey: 'day' }, 'sales'))).toEqual([
    'warning unknown_data_key Card.children[0].xAxis.dataKey: no row of the data has "day". They have "month", "sales" or "costs".',
  ])
  const empty = Chart({ data: [], series: [{ type: 'bar', dataKey: 'a' }], xAxis: 'b' })
  expect(linesOf(card(empty))).toEqual([]) // its rows may come later
})

test('unnamed_action: no handler can be found for it', () => {
  expect(
    linesOf({
      type: 'Card',
      confirm: { label: 'Go', action: { type: '' } },
      children: [{ type: 'Button', label: 'a', onClickAction: { type: '' } }],
    }),
  ).toEqual([
    'warning unnamed_action Card.confirm.action.type: the action has no name. Name it: handlers are found by it.',
    'warning unnamed_action Card.children[0].onClickAction.type: the action has no name. Name it: handlers are found by it.',
  ])
})

test('low_contrast, told for each scheme', () => {
  const on = (background: string | { light: string; dark: string }, text: WidgetComponent) =>
    card(Box({ background, children: [text] }))
  const hint = 'It takes 4.5 : 1 to be readable: choose another colour, or one for each scheme as { light, dark }.'
  const at = 'warning low_contrast Card.children[0].children[0].color'
  expect(linesOf(on('#fff', Text({ value: 'a', color: 'white' })))).toEqual([
    `${at}: the text stands out from its background by 1.0 : 1 in the light scheme and 1.0 : 1 in the dark scheme only. ${hint}`,
  ])
  expect(linesOf(on('surface', Caption({ value: 'a', color: 'gray-900' })))).toEqual([])
  expect(linesOf(on('#ffffff', Caption({ value: 'a', color: 'gray-900' })))).toEqual([
    `${at}: the text stands out from its background by 1.2 : 1 in the dark scheme only. ${hint}`,
  ])
  expect(linesOf(on('#000', Text({ value: 'a' })))).toEqual([
    `${at}: the text stands out from its background by 1.1 : 1 in the light scheme only. ${hint}`,
  ])
  expect(linesOf(on({ light: 'blue-500', dark: 'rgb(0, 40, 77)' }, Text({ value: 'a', color: '#FFFFFFFF' })))).toEqual(
    [],
  )
})

test('low_contrast: large titles need less, a forced scheme is the only one judged', () => {
  const title = (size: 'sm' | 'lg') =>
    card(Box({ background: 'blue-400', children: [Title({ value: 'a', size, color: 'white' })] }))
  expect([linesOf(title('sm')).length, linesOf(title('lg')).length]).toEqual([1, 0])
  expect(linesOf(Card({ theme: 'dark', background: '#000', children: [Text({ value: 'a' })] }))).toEqual([])
})

test('low_contrast: nothing is said of colours that are not known', () => {
  const white = Text({ value: 'a', color: 'white' })
  const grounds = [
    'linear-gradient(#fff, #fff)',
    'alpha-10',
    '#ffffff80',
    'rgb(255 255 255 / 50%)',
    'teal-400',
    'var(--x)',
    'blue-12',
  ]
  expect(grounds.flatMap((background) => linesOf(card(Box({ background, children: [white] }))))).toEqual([])
  expect(linesOf(card(white))).toEqual([])
  const inner = Box({ background: 'linear-gradient(red, blue)', children: [white] })
  expect(linesOf(card(Box({ background: '#fff', children: [inner] })))).toEqual([])
  expect(linesOf(Basic({ children: [Card({ children: [white] })] }))).toEqual([])
  expect(linesOf(card(Box({ background: '#fff', children: [Text({ value: 'a', color: 'currentColor' })] })))).toEqual(
    [],
  )
})

test('a warning tells where the tag stands too', () => {
  const [problem] = inspectWidget(
    <Card>
      <Image src="a.png" />
    </Card>,
  )
  expect(problem).toMatchObject({ code: 'missing_alt', source: expect.stringMatching(/warnings\.test\.tsx:\d+:7$/) })
})
