const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 10"%3E%3Cpath d="M0 10 8 0l8 10z" fill="%233d7a5c"/%3E%3C/svg%3E'
const months = ['January', 'February', 'March', 'April', 'A month with a very long name']

const list = {
  type: 'ListView',
  limit: 1,
  children: [1, 2, 3].map((n) => ({
    type: 'ListViewItem',
    key: `${n}`,
    onClickAction: { type: 'note' },
    children: [{ type: 'Text', value: `Row ${n}` }],
  })),
}

const card = {
  type: 'Card',
  size: 'lg',
  status: { text: 'Everything', favicon: picture, frame: true },
  children: [
    { type: 'Title', value: 'Every component' },
    {
      type: 'Row',
      gap: 2,
      wrap: 'wrap',
      children: [
        { type: 'Text', value: 'Text', weight: 'bold', color: { light: 'blue-600', dark: 'blue-300' } },
        { type: 'Caption', value: 'Caption' },
        { type: 'Badge', label: 'Badge', color: 'success' },
        { type: 'Icon', name: 'star' },
        { type: 'Icon', name: 'lucide:anchor' },
        { type: 'Spacer', minSize: 8 },
        { type: 'Image', src: picture, size: 32, alt: 'A hill', frame: true },
        { type: 'Image', src: 'data:image/png;base64,AAAA', size: 32, alt: 'Broken' },
        { type: 'Button', label: '', iconStart: 'plus', uniform: true, onClickAction: { type: 'note' } },
      ],
    },
    { type: 'Divider', flush: true, spacing: 2 },
    { type: 'Markdown', value: 'Some **markdown** with `code`\n\n```js\nconst a = 1\n```' },
    { type: 'Transition', children: { type: 'Text', key: 'a', value: 'In a transition' } },
    {
      type: 'Box',
      padding: 3,
      radius: 'lg',
      border: { size: 1, style: 'dashed' },
      background: 'linear-gradient(90deg, transparent, transparent)',
      children: [{ type: 'Col', align: 'end', children: [{ type: 'Text', value: 'In a box', size: 'sm' }] }],
    },
    {
      type: 'Chart',
      data: months.map((month, index) => ({ month, sun: index * 3, rain: 12 - index * 2, wind: index })),
      series: [
        { type: 'bar', label: 'Sun', dataKey: 'sun', stack: 'a' },
        { type: 'line', label: 'Rain', dataKey: 'rain', curveType: 'natural' },
        { type: 'area', label: 'Wind', dataKey: 'wind', color: { light: 'green-500', dark: 'yellow' } },
      ],
      xAxis: { dataKey: 'month', labels: { March: 'Spring' } },
      showYAxis: true,
    },
    {
      type: 'Table',
      children: [
        {
          type: 'Table.Row',
          header: true,
          children: months.map((value) => ({ type: 'Table.Cell', colSize: 'md', children: [{ type: 'Text', value }] })),
        },
        {
          type: 'Table.Row',
          children: months.map((value) => ({ type: 'Table.Cell', align: 'end', children: [{ type: 'Text', value }] })),
        },
      ],
    },
    {
      type: 'Form',
      gap: 3,
      onSubmitAction: { type: 'note' },
      children: [
        { type: 'Label', value: 'Name', fieldName: 'name' },
        { type: 'Input', name: 'name', required: true },
        { type: 'Textarea', name: 'growing', placeholder: 'Growing', autoResize: true, rows: 1 },
        { type: 'Text', value: 'Edit me', editable: { name: 'editable', placeholder: 'Editable' } },
        {
          type: 'Select',
          name: 'colour',
          placeholder: 'Colour',
          clearable: true,
          options: ['Red', 'Green', 'Blue'].map((label) => ({ label, value: label.toLowerCase() })),
        },
        {
          type: 'Select',
          name: 'many',
          placeholder: 'Many',
          options: Array.from({ length: 20 }, (_, index) => ({ label: `Number ${index}`, value: `${index}` })),
        },
        {
          type: 'DatePicker',
          name: 'day',
          placeholder: 'Day',
          defaultValue: '2026-11-20',
          min: '2026-11-02',
          max: '2026-12-24',
        },
        { type: 'Checkbox', name: 'tick', label: 'Tick' },
        {
          type: 'RadioGroup',
          name: 'radio',
          ariaLabel: 'Which',
          options: ['One', 'Two', 'Three'].map((label) => ({ label, value: label })),
        },
        { type: 'Button', label: 'Submit', submit: true, style: 'primary' },
      ],
    },
  ],
  confirm: { label: 'Confirm', action: { type: 'note' } },
  cancel: { label: 'Cancel', action: { type: 'note' } },
}

/** Every component of the language, most with more than their defaults. */
export const everyComponent = { type: 'Basic', gap: 4, children: [card, list] }
