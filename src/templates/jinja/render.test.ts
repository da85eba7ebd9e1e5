import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isParlorError } from '../../errors.ts'
import { parseTemplate } from './parse-template.ts'
import { render } from './render.ts'

const draw = (template: string, data: unknown = {}) => render(parseTemplate(template, 'card'), data, 'card')

test.each([
  ['{{ a }}|{{ b }}|{{ c }}', { a: null, b: true, c: 'x' }, 'None|True|x'],
  ['{{ 1 }} {{ 1.0 }} {{ 1.5 }} {{ -2 }} {{ x }} {{ y }}', { x: 1e-5, y: 0.25 }, '1 1.0 1.5 -2 1e-05 0.25'],
  ['{{ xs }}', { xs: ['a', "it's", null, { k: 1 }] }, `['a', "it's", None, {'k': 1}]`],
  [
    '{{ x | tojson }}',
    { x: { b: "<&>'é", a: [1, 2.5, null] } },
    String.raw`{"a": [1, 2.5, null], "b": "\u003c\u0026\u003e\u0027\u00e9"}`,
  ],
  ['{{ a or b }}{{ a and b }}|{{ not a }}', { a: '', b: 'x' }, 'x|True'],
  ['{{ a or none }}{{ [] or 0 }}{{ {} and 1 }}', { a: [] }, 'None0{}'],
  [
    '{{ true == 1 }} {{ 1 == 1.0 }} {{ "1" == 1 }} {{ [1, {"a": 2}] == x }} {{ 1 != 2 }}',
    { x: [1, { a: 2 }] },
    'True True False True True',
  ],
  ['{{ a is none }}{{ a is not none }}{{ b is none }}', { a: null, b: 0 }, 'TrueFalseFalse'],
  ['{{ "n: " ~ 1.0 ~ none ~ x }}', { x: [1] }, 'n: 1.0None[1]'],
  ['{{ x[1:] }} {{ x[:-1] }} {{ x[0] }} {{ x[-1] }} {{ x[::-1] }} {{ x[9:] }}', { x: '😀bc' }, 'bc 😀b 😀 c cb😀 '],
  ['{{ x[1:3] }}{{ x[::2] }}', { x: [1, 2, 3, 4] }, '[2, 3][1, 3]'],
  [
    '{{ x | default("d") }}{{ u.v | default(1) }}{{ n | default("d") }}{{ n | default("d", true) }}',
    { u: {}, n: null },
    'd1Noned',
  ],
  ['{{ "a" if x else "b" }}{{ 1 if not x else 2 if y else 3 }}', { x: 1, y: 0 }, 'a3'],
  [
    '{% for x in xs %}{{ loop.index }}{{ x }}{% if not loop.last %},{% endif %}{% else %}none{% endfor %}',
    { xs: ['a', 'b'] },
    '1a,2b',
  ],
  ['{% for x in xs %}{{ x }}{% else %}none{% endfor %}', { xs: [] }, 'none'],
  ['{% for k in d %}{{ k }}{% endfor %}{% for c in "é😀" %}[{{ c }}]{% endfor %}', { d: { a: 1, b: 2 } }, 'ab[é][😀]'],
  ['{% set x = 1 %}{% for y in [1, 2] %}{{ x }}{% set x = 5 %}{{ x }}{% endfor %}{{ x }}', {}, '15151'],
  ['{% if true %}{% set x = 2 %}{% endif %}{{ x }}', {}, '2'],
  ['{% set x %}a{% set y = 1 %}{{ y }}{% endset %}{{ x }}{{ y | default("gone") }}', {}, 'a1gone'],
  [
    '{% set ns = namespace(n=0, l=[]) %}{% for x in [1, 2] %}{% set ns.n = x %}{% set _ = ns.l.append(x) %}{% endfor %}{{ ns.n }}{{ ns.l }}',
    {},
    '2[1, 2]',
  ],
  ['a {%- if true -%} b {%- endif %} c\n{# gone #}{{- 1 -}} \n', {}, 'ab c\n1'],
  ['{"a": {{ {"b": {"c": 1}} | tojson }}}', {}, '{"a": {"b": {"c": 1}}}'],
])('%s with %j', (template, data, text) => {
  expect(draw(template, data)).toBe(text)
})

test.each([
  ['{{ gone }}', {}, 'card.gone'],
  ['{{ gone | tojson }}', {}, 'card.gone'],
  ['{{ [1, {"a": xs[1].b}] | tojson }}', { xs: [0, {}] }, 'card.xs[1].b'],
  ['{{ user.name.first }}', { user: {} }, 'card.user.name'],
  ['{{ user.name.first | default("x") }}', { user: {} }, 'card.user.name'],
  ['{{ user.name.first }}', { user: { name: null } }, 'card.user.name.first'],
  [
    '{% set u = users[0] %}{% for p in u.pets %}{{ p.name }}{% endfor %}',
    { users: [{ pets: [{ kind: 'cat' }] }] },
    'card.users[0].pets[0].name',
  ],
  ['{{ xs[3] }}', { xs: [] }, 'card.xs[3]'],
  ['{{ xs.length }}', { xs: [1] }, 'card.xs.length'],
  ['{{ xs["a b"] }}', { xs: {} }, 'card.xs.a b'],
  ['{{ gone ~ "" }}', {}, 'card.gone'],
  ['{{ 1 if gone else 2 }}', {}, 'card.gone'],
  ['{{ gone == 1 }}', {}, 'card.gone'],
  ['{{ not gone }}', {}, 'card.gone'],
  ['{% for x in gone %}{% endfor %}', {}, 'card.gone'],
  ['{% set x = gone %}{{ x }}', {}, 'card.gone'],
])('%s with %j misses %s', (template, data, at) => {
  expect(() => draw(template, data)).toThrow(expect.objectContaining({ code: 'invalid_input', at }))
})

test('what is missing and never used does no harm', () => {
  expect(draw('{% set x = gone %}{% if false %}{{ gone }}{% endif %}{{ gone is none }}')).toBe('False')
})

test.each([
  ['\n{{ x | upper }}', 'card.template:2', 'the filter `upper` is not let in'],
  ['{{ x is\nodd }}', 'card.template:1', 'the test `odd` is not let in'],
  ['{{ x }}\n\n{{ x.pop() }}', 'card.template:3', 'the method `pop` is not let in'],
  ['{{ range(3) }}', 'card.template:1', 'the function `range` is not let in'],
  ['{% macro m() %}{% endmacro %}', 'card.template:1', 'the statement `macro` is not let in'],
  ['{% for a, b in xs %}{% endfor %}', 'card.template:1', 'the unpacking of a loop variable is not let in'],
  ['{% for a in xs if a %}{% endfor %}', 'card.template:1', 'the `if` behind `for … in` is not let in'],
  ['{{ "x" if y }}', 'card.template:1', 'the `if` without `else` in an expression is not let in'],
  ['{{ 1 + 1 }}', 'card.template:1', 'the operator `+` is not let in'],
  ['{% if xs | length %}{% endif %}', 'card.template:1', 'the filter `length` is not let in'],
  ['\n{{ x < 2 }}', 'card.template:2', 'the operator `<` is not let in'],
  ['{% if x > 0 %}{% endif %}', 'card.template:1', 'the operator `>` is not let in'],
  ['{{ 1 == 1 == 1 }}', 'card.template:1', 'the chain of `==` is not let in'],
  ['{{ (1, 2) }}', 'card.template:1', 'the tuple is not let in'],
  ['{% generation %}{% endgeneration %}', 'card.template:1', 'the statement `generation` is not let in'],
  ['{{ x.append(1, 2) }}', 'card.template:1', 'the method `append` without exactly one entry is not let in'],
  ['{% set a.b.c = 1 %}', 'card.template:1', 'the target of this `set` is not let in'],
])('%s says what is not let in, and where', (template, at, problem) => {
  expect(() => draw(template)).toThrow(expect.objectContaining({ code: 'invalid_input', at, problem }))
})

test.each([
  '{{',
  '{% if x %}',
  '{{ x',
  '{% endfor %}',
  '{{ "x }}',
  '{{ x[ }}',
  '{# x',
  '{% for x in %}{% endfor %}',
])('%s is no Jinja', (template) => {
  expect(() => draw(template)).toThrow(expect.objectContaining({ code: 'invalid_input', at: 'card.template' }))
})

test('nothing is looked up on a prototype', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(draw(`{{ ${name} | default("none") }}{{ x.${name} | default("none") }}`, { x: {} })).toBe('nonenone')
    expect(draw(`{{ x["${name}"] | default("none") }}{{ s.${name} | default("none") }}`, { x: [], s: 's' })).toBe(
      'nonenone',
    )
  }
  const data = JSON.parse('{"__proto__": {"polluted": 1}}')
  expect(draw('{{ __proto__.polluted }}', data)).toBe('1')
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test("append changes the template's copy, not the caller's list", () => {
  const xs = [1]
  expect(draw('{% set _ = xs.append(2) %}{{ xs }}', { xs })).toBe('[1, 2]')
  expect(xs).toEqual([1])
})

test.each([
  ['a list that grows in its own loop', '{% for x in xs %}{% set _ = xs.append(x) %}{% endfor %}', { xs: [1] }],
  ['a text that doubles', `{% set a = "xxxxxxxxxx" %}${'{% set a = a ~ a %}'.repeat(40)}`, {}],
  ['a tree that doubles', `{% set a = [1] %}${'{% set a = [a, a] %}'.repeat(60)}{{ a | tojson }}`, {}],
  ['a comparison that doubles', `{% set a = [1] %}${'{% set a = [a, a] %}'.repeat(60)}{{ a == a }}`, {}],
  ['a list in itself', '{% set xs = [] %}{% set _ = xs.append(xs) %}{{ xs }}', {}],
  ['many brackets', `{{ ${'('.repeat(5_000)}1${')'.repeat(5_000)} }}`, {}],
  ['many nots', `{{ ${'not '.repeat(2_000)}1 }}`, {}],
  ['a long chain', `{{ 1${' ~ 1'.repeat(5_000)} }}`, {}],
  ['many ifs', '{% if 1 %}'.repeat(3_000) + '{% endif %}'.repeat(3_000), {}],
  ['a long run of spaces', `a${' '.repeat(5_000)}`, {}],
])('%s is stopped', (_, template, data) => {
  expect(() => draw(template, data)).toThrow(expect.objectContaining({ code: 'too_large' }))
})

test('data that is not JSON is refused at its place', () => {
  const loop: { self?: unknown } = {}
  loop.self = loop
  expect(() => draw('', { x: [1n] })).toThrow(
    expect.objectContaining({ at: 'card.x[0]', problem: 'a bigint is not JSON' }),
  )
  expect(() => draw('', { x: Number.NaN })).toThrow(
    expect.objectContaining({ at: 'card.x', problem: 'NaN is not JSON' }),
  )
  expect(() => draw('', loop)).toThrow(expect.objectContaining({ problem: 'the data is too deep, or holds itself' }))
  expect(() => draw('', [])).toThrow(expect.objectContaining({ at: 'card', problem: 'the data is no object' }))
})

test('members that are undefined or functions are missing; classes are read like objects', () => {
  class Book {
    title = 'Emma'
    open() {}
  }
  expect(
    draw('{{ book.title }}{{ book.open | default("") }}{{ x | default("") }}', { book: new Book(), x: undefined }),
  ).toBe('Emma')
})

const piece = fc.constantFrom(
  ...[
    '{{ ',
    ' }}',
    '{% ',
    ' %}',
    '{%- ',
    ' -%}',
    '{# ',
    ' #}',
    'if ',
    'else',
    'elif ',
    'endif',
    'for ',
    ' in ',
    'endfor',
    'set ',
    'endset',
  ],
  ...[
    'x',
    'xs',
    'loop',
    '.',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    ':',
    ',',
    '=',
    ' == ',
    ' ~ ',
    ' | ',
    'tojson',
    'default(',
    'is ',
    'not ',
    'none',
  ],
  ...[
    'namespace(',
    '.append(',
    '"',
    "'",
    '\\',
    '1',
    '1.0',
    '-',
    '*',
    '**',
    '\n',
    ' ',
    'constructor',
    '__proto__',
    '😀',
    '<',
    '!',
  ],
)

test('random templates give a text or a ParlorError', () => {
  const template = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(template, fc.jsonValue(), (text, x) => {
      try {
        expect(typeof draw(text, { x, xs: [x, { x }] })).toBe('string')
      } catch (error) {
        if (!isParlorError(error)) throw error
      }
    }),
    { numRuns: 5_000 },
  )
})

const expression: fc.Memo<string> = fc.memo((depth) =>
  depth <= 1
    ? fc.constantFrom('x', 'xs', 'gone', '1', '1.5', '"a"', 'none', 'true', '[]', '{}', 'xs[0]', 'x.a')
    : fc.oneof(
        expression(1),
        fc
          .tuple(expression(), fc.constantFrom(' and ', ' or ', ' == ', ' != ', ' ~ '), expression())
          .map(([a, operator, b]) => `(${a}${operator}${b})`),
        fc.tuple(expression(), expression(), expression()).map(([a, b, c]) => `(${a} if ${b} else ${c})`),
        expression().map((a) => `(${a} | tojson)`),
        fc.tuple(expression(), expression()).map(([a, b]) => `(${a} | default(${b}))`),
        expression().map((a) => `(${a})[1:]`),
        expression().map((a) => `{"k": ${a}}.k`),
      ),
)

test('tojson gives JSON of every expression that has a value', () => {
  fc.assert(
    fc.property(expression(4), fc.jsonValue(), (text, x) => {
      try {
        const json = draw(`{{ (${text}) | tojson }}`, { x, xs: [x] })
        JSON.parse(json)
        expect(json).toMatch(/^[ -~]*$/)
      } catch (error) {
        if (!isParlorError(error)) throw error
      }
    }),
    { numRuns: 2_000 },
  )
})
