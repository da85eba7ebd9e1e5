import { expect, test } from 'vitest'
import { isParlorError } from '../../errors.ts'
import { runTsx } from '../testing/run-tsx.ts'
import { exportWidget } from './export-widget.ts'

const state = `z.strictObject({
  title: z.string(), note: z.string().optional(), nil: z.string().nullish(), price: z.number(), flag: z.boolean(), any: z.any(),
  xs: z.array(z.string()), os: z.array(z.string()).optional(), index: z.int(), update: z.strictObject({ items: z.string().optional() }), dict: z.string().optional(), loop: z.string(),
})`

const moduleOf = (view: string) => `/** @jsxImportSource parlor */
import { defineAction, defineWidget } from 'parlor'
import { Button, Card, Col, Text, Title, Transition } from 'parlor/kit'
import { z } from 'zod'
import { shout } from './elsewhere.ts'
const upper = (text: string) => text.toUpperCase()
function Own() { return null }
const go = defineAction('go')
let changing = 'a'
export const w = defineWidget({ name: 'w', state: ${state}, view: (${view}) })
`

/** Everything `parlor export` has against a view. */
async function problemsOf(view: string): Promise<string[]> {
  const source = moduleOf(view)
  try {
    await exportWidget({ file: 'w.tsx', source, name: undefined, load: async () => runTsx(source), sample: null })
    return []
  } catch (error) {
    if (!isParlorError(error)) throw error
    return error.problems.map(({ problem, hint }) => `${problem}. ${hint}`)
  }
}

const anyPlace =
  '({ title, note, nil, price, flag, any, xs, os, index, update }) => <Card><Title value={title} /><Button onClickAction={{ type: "t", payload: { v: VALUE } }} /></Card>'

test.each([
  [
    'title.toUpperCase()',
    '`title.toUpperCase()` calls `toUpperCase`, which templates cannot. Compute it into the state.',
  ],
  ['shout(title)', '`shout(title)` calls `shout`, which templates cannot. Compute it into the state.'],
  ['upper(title)', '`upper(title)` calls `upper`, which templates cannot. Compute it into the state.'],
  [
    'title + xs.map((x) => x)',
    '`xs.map((x) => x)` makes a list where one value belongs. Write it between tags, or as a list of its own.',
  ],
  ['xs.length', '`xs.length` counts. Compute it into the state; a template can only ask `> 0` and `=== 0`.'],
  ['os?.length === 0', '`os?.length` counts. Compute it into the state; a template can only ask `> 0` and `=== 0`.'],
  ['index < 2', '`index < 2` has the operator `<`, which templates lack. Compute it into the state.'],
  ['index + 1', '`index + 1` has the operator `+`, which templates lack. Compute it into the state.'],
  ['typeof title', '`typeof title` is nothing a template can compute. Compute it into the state.'],
  ['-index', '`-index` is nothing a template can compute. Compute it into the state.'],
  ['new Date()', '`new Date()` is nothing a template can compute. Compute it into the state.'],
  ['shout', '`shout` comes from another module. Write it into this file, or put it into the state.'],
  ['changing', '`changing` is a variable that may change. Make it a const, or put it into the state.'],
  ['Own', '`Own` is a function. Compute it into the state.'],
  ['location', '`location` is not known in this file. Take it from the state.'],
  ['Title', '`Title` is no value a template can print. Name the fields that are meant.'],
  [
    'xs == os',
    '`xs == os` may come out otherwise in Python. Compare texts or numbers: lists and objects are never equal in JavaScript.',
  ],
  [
    'any === 1',
    '`any === 1` may come out otherwise in Python. Have the schema of the state say which is compared, a number or a boolean.',
  ],
  [
    'note === nil',
    '`note === nil` may come out otherwise in Python. Compare with `?? null` behind the one that may be missing.',
  ],
  ["index == '1'", "`index == '1'` may come out otherwise in Python. Write `===`."],
  [
    `\`\${price}\``,
    '`price` is not written in a text by Python as by JavaScript. Ask for z.int() in the schema, or write the text into the state.',
  ],
  [
    `\`\${xs}\``,
    '`xs` is not written in a text by Python as by JavaScript. Have the schema of the state ask for z.string(), or write the text into the state.',
  ],
  [
    `\`\${note}\``,
    "`note` may be null or missing inside a text. Write `?? ''` behind it, or have the schema ask for it.",
  ],
  [
    'xs[index]',
    '`index` may be any key. Look up by z.enum() or by a whole number from 0, or compute it into the state.',
  ],
  [
    'update[title]',
    '`title` may be any key. Look up by z.enum() or by a whole number from 0, or compute it into the state.',
  ],
  [
    'update.items',
    '`update.items` means something else to Python where the field is missing. Rename the field, or have it always there.',
  ],
  ['{ ...update }', '`...update` is spread into an object. Name each field.'],
  ['[...title]', '`title` is not surely a list. Ask for z.array(…) in the schema.'],
  ['[, 1]', '`[, 1]` has a hole. Write all entries.'],
  ['{ [title]: 1 }', '`[title]: 1` has a name that is only known later. Write the name out.'],
  ['{ run() {} }', '`run() {}` is no plain property. Write name and value out.'],
  ['[{ a: note }][0]', '`note` may be missing inside of a table. Write `?? null` behind it.'],
  ['[[...xs]][0]', '`...xs` is spread into a table. Write its entries out.'],
  ['<Text value="a" />', '`<Text value="a" />` stands as a property. Write components between tags.'],
  ['1e999', '`1e999` is no number JSON has. Write a smaller one.'],
  ['title.map((x) => x)', '`title` is no list. Ask for z.array(…) in the schema of the state.'],
  ['xs.map((x, at, all) => x)', '`all` is a third parameter. Take the entry and its index.'],
  ['xs.map(([x]) => x)', '`[x]` is no parameter Studio knows. Take one object, or name its fields.'],
  [
    'xs.map((x) => { const y = x; if (y) return y })',
    '`if (y) return y` does not return a component. End with `return`, and compute all else into the state.',
  ],
  ['xs.map(async (x) => x)', '`async (x) => x` does not return at once. Make it a plain function.'],
])('a property with %s', async (expression, message) => {
  expect(await problemsOf(anyPlace.replace('VALUE', () => expression))).toEqual([message])
})

test.each([
  ['() => <Card>{location}</Card>', '`location` is not known in this file. Take it from the state.'],
  [
    '({ title }) => <Card>{title}</Card>',
    '`title` is no component. Write components here, and texts as <Text value={…} />.',
  ],
  ['() => <Card>Hello</Card>', '`Hello` stands between tags. Write <Text value="…" />.'],
  [
    '() => <Card><Text value="a">{null}</Text></Card>',
    '`{null}` stands inside a Text, which takes no children. Put it beside.',
  ],
  [
    '({ index }) => <Card>{index && <Text value="a" />}</Card>',
    '`index` may be 0, which would stand between the tags. Write `!== 0` behind it.',
  ],
  [
    '({ any }) => <Card>{any ?? <Text value="a" />}</Card>',
    '`any ?? <Text value="a" />` has `??` around components. Write `condition ? <A /> : <B />`.',
  ],
  [
    '({ xs }) => <Card>{xs.filter((x) => x)}</Card>',
    '`xs.filter((x) => x)` calls `filter`, which templates cannot. Compute it into the state.',
  ],
  [
    '() => <Card><Own /></Card>',
    "`Own` is no component of the kit. Write what it draws here, with components of 'parlor/kit'.",
  ],
  [
    '() => <Card><Title {...{ value: "a" }} /></Card>',
    '`{...{ value: "a" }}` is spread into a tag. Write each property out.',
  ],
  ['() => <Card children={[]} />', '`children={[]}` stands as a property. Write children between the tags.'],
  [
    '() => <Card><Title value="a\nb" /></Card>',
    '`value="a b"` goes over several lines, which compilers read differently. Write {`…`} around the text.',
  ],
  [
    '({ price }) => <Card><Col key={price}>{[]}</Col></Card>',
    '`price` is not surely a text or a whole number, as a key has to be. Ask for z.string() or z.int() in the schema.',
  ],
  [
    '() => <Card><Transition><Col /><Col /></Transition></Card>',
    '`<Transition><Col /><Col /></Transition>` has several children, and takes one. Put a Col around them.',
  ],
  [
    '({ xs }) => <Card><Transition>{xs.map((x) => <Text value={x} />)}</Transition></Card>',
    '`xs.map((x) => <Text value={x} />)` is not one component. Write one tag, or a condition.',
  ],
  ['() => <Card>{...[]}</Card>', '`{...[]}` is spread between tags. Write {list.map(…)}.'],
  [
    '({ flag }) => flag ? <Card>{[]}</Card> : <Card>{null}</Card>',
    '`flag ? <Card>{[]}</Card> : <Card>{null}</Card>` is no tag. A view of Studio is one Card, ListView or Basic, with conditions inside.',
  ],
  [
    '(state) => <Card><Button onClickAction={{ type: "t", payload: state }} /></Card>',
    '`state` is the state as a whole. Name the fields that are meant.',
  ],
  [
    '({ title, ...rest }) => <Card><Title value={title} /></Card>',
    '`...rest` takes more than one field. Name each field.',
  ],
  [
    '({ note = "" }) => <Card><Title value={note} /></Card>',
    '`note = ""` gives a default. Write `.default(…)` into the schema of the state.',
  ],
  ['({ loop }) => <Card><Title value={loop} /></Card>', '`loop` is no name a template can have. Rename the field.'],
  [
    '({ dict }) => <Card><Title value={dict ?? ""} /></Card>',
    '`dict` means something else to Jinja where the state lacks it. Rename the field.',
  ],
  [
    '(state) => <Card>{state.xs.map((title) => <Text value={title + state.title} />)}</Card>',
    '`state.title` would be called `title` in Studio, and something else has that name here. Rename the inner one.',
  ],
  [
    `({ title, xs }) => { const shown = \`\${title}!\`; return <Card>{xs.map((title) => <Text value={shown} />)}</Card> }`,
    '`shown` is made of names that mean something else here. Rename the inner ones.',
  ],
  [
    '({ title }) => { title; return <Card><Title value={title} /></Card> }',
    '`title;` is a step Studio does not know. Compute it into the state.',
  ],
  ['upper', '`text.toUpperCase()` is no tag. A view of Studio is one Card, ListView or Basic, with conditions inside.'],
])('the view %s', async (view, message) => {
  expect(await problemsOf(view)).toEqual([message])
})

test('all of it is told at once, each with its place', async () => {
  const source = moduleOf(
    '({ title, xs }) => (\n  <Card>\n    <Title value={title.trim()} />\n    {xs.sort()}\n  </Card>\n)',
  )
  const failed = exportWidget({
    file: 'w.tsx',
    source,
    name: undefined,
    load: async () => runTsx(source),
    sample: null,
  })
  await expect(failed).rejects.toThrow(
    expect.objectContaining({
      code: 'invalid_input',
      problems: [
        expect.objectContaining({
          at: 'w',
          problem: '`title.trim()` calls `trim`, which templates cannot',
          source: 'w.tsx:15:19',
        }),
        expect.objectContaining({
          at: 'w',
          problem: '`xs.sort()` calls `sort`, which templates cannot',
          source: 'w.tsx:16:6',
        }),
      ],
    }),
  )
})
