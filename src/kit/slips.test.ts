import { expect, test } from 'vitest'
import { inspectWidget } from './index.ts'

/** The first error in one node of a card, as `where: what. What to do`. */
function firstOf(node: object): string | undefined {
  const errors = inspectWidget({ type: 'Card', children: [node] }).filter(({ level }) => level === 'error')
  const [first] = errors.filter(({ code }) => code !== 'missing_prop').concat(errors)
  return first && `${first.at.replace('Card.children[0]', '')}: ${first.problem}. ${first.hint}`
}

const no = (name: string) => `.${name}: no property has the name "${name}".`
const button = (onClickAction: unknown) => ({ type: 'Button', label: 'a', onClickAction })
const action = 'Give it an object { type, payload, handler, loadingBehavior, streaming }.'

test.each<[node: object, line: string]>([
  // Names of other libraries
  [{ type: 'Text', text: 'a' }, `${no('text')} Did you mean \`value\`?`],
  [{ type: 'Badge', value: 'a' }, `${no('value')} Did you mean \`label\`?`],
  [{ type: 'Button', title: 'a' }, `${no('title')} Did you mean \`label\`?`],
  [{ type: 'Button', icon: 'star' }, `${no('icon')} Did you mean \`iconStart\`?`],
  [{ type: 'Icon', icon: 'star' }, `${no('icon')} Did you mean \`name\`?`],
  [{ type: 'Image', url: 'a.png' }, `${no('url')} Did you mean \`src\`?`],
  [{ type: 'Input', name: 'a', value: 'b' }, `${no('value')} Did you mean \`defaultValue\`?`],
  [{ type: 'Checkbox', name: 'a', checked: true }, `${no('checked')} Did you mean \`defaultChecked\`?`],
  [{ type: 'Label', value: 'a', htmlFor: 'b' }, `${no('htmlFor')} Did you mean \`fieldName\`?`],
  [{ type: 'Button', onClick: { type: 'a' } }, `${no('onClick')} Did you mean \`onClickAction\`?`],
  [{ type: 'Row', justifyContent: 'center' }, `${no('justifyContent')} Did you mean \`justify\`?`],
  [{ type: 'Box', borderRadius: 8 }, `${no('borderRadius')} Did you mean \`radius\`?`],
  [{ type: 'Table', rows: [] }, `${no('rows')} Did you mean \`children\`?`],
  [button({ type: 'a', data: {} }), '.onClickAction.data: no property has the name "data". Did you mean `payload`?'],
  // What widgets do not have
  [
    { type: 'Spacer', className: 'a' },
    `${no('className')} There is no CSS here: looks are properties. Spacer takes key, id, minSize.`,
  ],
  [
    { type: 'Markdown', value: '', href: '/' },
    `${no('href')} Only Markdown has links; a Button can open a page by a client action. Markdown takes key, id, value, streaming.`,
  ],
  [
    { type: 'Icon', name: 'star', onClickAction: { type: 'a' } },
    `${no('onClickAction')} Only Button and ListViewItem can be clicked. Icon takes key, id, name, color, size.`,
  ],
  [button(() => 0), `.onClickAction: a function does not fit here. A widget is data and has no functions. ${action}`],
  [
    button(Object.assign(() => 0, { type: 'a' })),
    `.onClickAction: a function does not fit here. Call the action: \`place({ … })\` instead of \`place\`. ${action}`,
  ],
  [button('a'), `.onClickAction: "a" does not fit here. ${action}`],
  // Components of HTML and of other libraries
  [{ type: 'div' }, '.type: no component is called "div". Did you mean Box?'],
  [{ type: 'h1' }, '.type: no component is called "h1". Did you mean Title?'],
  [{ type: 'img' }, '.type: no component is called "img". Did you mean Image?'],
  [{ type: 'Column' }, '.type: no component is called "Column". Did you mean Col?'],
  [{ type: 'Dropdown' }, '.type: no component is called "Dropdown". Did you mean Select?'],
  [{ type: 5 }, '.type: 5 does not fit here. Name the component, e.g. "Text".'],
  // Values of CSS and of other libraries
  [
    { type: 'Box', direction: 'column' },
    '.direction: "column" is not among the allowed values. Did you mean "col"? Allowed: row, col.',
  ],
  [
    { type: 'Title', value: '', textAlign: 'left' },
    '.textAlign: "left" is not among the allowed values. Did you mean "start"? Allowed: start, center, end.',
  ],
  [
    { type: 'Text', value: '', weight: 700 },
    '.weight: 700 does not fit here. Did you mean "bold"? Give it "normal", "medium", "semibold" or "bold".',
  ],
  [
    { type: 'Text', value: '', maxLines: '2' },
    '.maxLines: "2" does not fit here. Write it without quotes, in JSX as {2}. Give it a number.',
  ],
  [
    { type: 'Button', block: 'true' },
    '.block: "true" does not fit here. Write it without quotes, in JSX as {true}. Give it true or false.',
  ],
  [
    { type: 'DatePicker', name: 'a', min: new Date(0) },
    '.min: a Date does not fit here. Write `date.toISOString()`. Give it a string.',
  ],
  // What is no node at all
  [Promise.resolve(), ': a Promise stands where a node belongs. Wait for it first: `await`.'],
  [
    { $$typeof: Symbol.for('react.element'), type: 'div', props: {} },
    ': an element of React stands where a node belongs. Begin the file with /** @jsxImportSource parlor */: this is JSX of React.',
  ],
  [
    [{ type: 'Spacer' }],
    ': a list stands where a node belongs. Lay it flat: [...nodes]. A widget begins with one Card, ListView or Basic.',
  ],
])('a slip is met with what to do: %j', (node, line) => {
  expect(firstOf(node)).toBe(line)
})

test('properties of two kinds of a value do not go together', () => {
  const status = { text: 'a', icon: 'star', favicon: 'a.png' }
  expect(inspectWidget({ type: 'Card', status, children: [] })).toMatchObject([
    {
      at: 'Card.status.icon',
      problem: 'this does not go together with the rest',
      hint: 'Give it { text, favicon, frame } or { text, icon }.',
    },
  ])
})

test('what is no widget says what it is and what to make of it', () => {
  const said = (json: unknown) => inspectWidget(json).map(({ at, problem, hint }) => `${at}: ${problem}. ${hint}`)
  expect(said('{"type":"Card"}')).toEqual([
    'widget: the text "{"type":"Card"}" stands where a node belongs. Parse it first: JSON.parse(text).',
  ])
  expect(said('"{\\"type\\":\\"Card\\"}"')).toEqual([
    'widget: the text ""{\\"type\\":\\"Card\\"}"" stands where a node belongs. Parse it first: JSON.parse(text).',
  ])
  expect(said({ version: '1.0', name: 'a', template: '{}' })).toEqual([
    'widget: a .widget file stands where a node belongs. Build it: `loadTemplate(file).build(data)` of parlor/templates.',
  ])
  expect(said({ type: 'div', children: [] })).toEqual([
    'div.type: no component is called "div". A widget begins with Card, ListView or Basic.',
  ])
})
