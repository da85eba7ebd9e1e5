import { expect, test } from 'vitest'
import { differenceOf, loadTemplate, widgetFile } from './index.ts'

const parts = {
  name: 'greeting',
  template: '{"type":"Card","children":[{"type":"Title","value":{{ (who) | tojson }}}]}',
  jsonSchema: {
    type: 'object',
    properties: { who: { type: 'string' } },
    required: ['who'],
    additionalProperties: false,
  },
  preview: { type: 'Card', children: [{ type: 'Title', value: 'Ada → 😀' }] },
  source: {
    view: '<Card>\n  <Title value={who} />\n</Card>',
    schema: 'import { z } from "zod"\n\nexport default z.strictObject({ who: z.string() })',
    defaultState: { who: 'Ada → 😀' },
  },
}

test('a written file is read again, with all Studio needs', () => {
  const file: unknown = JSON.parse(JSON.stringify(widgetFile(parts)))
  expect(file).toEqual({
    version: '1.0',
    name: 'greeting',
    template: parts.template,
    jsonSchema: parts.jsonSchema,
    outputJsonPreview: parts.preview,
    encodedWidget: expect.stringMatching(/^[\w-]+$/),
  })
  const template = loadTemplate(file)
  expect(template.source).toEqual({
    ...parts.source,
    id: 'wig_5odcgqbk',
    name: 'greeting',
    jsonSchema: parts.jsonSchema,
  })
  expect(template.build({ who: 'Ada → 😀' })).toEqual(parts.preview)
})

test('the same parts give the same file, another name another id', () => {
  expect(widgetFile(parts)).toEqual(widgetFile(parts))
  expect(loadTemplate(widgetFile({ ...parts, name: 'farewell' })).source?.id).not.toBe('wig_5odcgqbk')
})

test('the first place where two widgets differ is named; nulls are no difference', () => {
  expect(
    differenceOf({ type: 'Card', a: [1, null, { b: null }] }, { type: 'Card', a: [1, {}], c: null }, 'Card'),
  ).toBeNull()
  expect(differenceOf({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'Card')).toBe('Card.a[1].b')
  expect(differenceOf({ a: [1] }, { a: [1, 2] }, 'Card')).toBe('Card.a[1]')
  expect(differenceOf({ a: {} }, { a: [] }, 'Card')).toBe('Card.a')
})
