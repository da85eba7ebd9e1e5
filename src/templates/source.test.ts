import { expect, test } from 'vitest'
import { loadTemplate } from './load-template.ts'
import { agendaFile } from './testing/agenda.ts'
import { encodeSource } from './testing/encode-source.ts'
import { readingListFile, readingListState } from './testing/reading-list.ts'

const sourceOf = (encodedWidget: unknown) =>
  loadTemplate({ version: '1.0', name: 'x', template: '', encodedWidget }).source

test("Studio's source is decoded", () => {
  expect(loadTemplate(readingListFile).source).toEqual({
    id: 'wig_reading',
    name: 'Reading list',
    view: expect.stringMatching(/^<ListView>/),
    schema: expect.stringMatching(/^import \{ z \} from "zod"/),
    defaultState: readingListState,
    jsonSchema: readingListFile.jsonSchema,
  })
})

test('letters of all kinds come through, with or without padding', () => {
  const encoded = encodeSource({ view: '<Title value="→ 😀 ÿ" />' })
  const source = {
    view: '<Title value="→ 😀 ÿ" />',
    schema: null,
    defaultState: null,
    name: null,
    id: null,
    jsonSchema: {},
  }
  expect(sourceOf(encoded)).toEqual(source)
  expect(sourceOf(`${encoded}==`)).toEqual(source)
})

test('what is wrong in it counts as missing', () => {
  expect(
    sourceOf(encodeSource({ view: '<Card />', schema: 1, defaultState: [], name: {}, id: 7, jsonSchema: 'x' })),
  ).toEqual({
    view: '<Card />',
    schema: null,
    defaultState: null,
    name: null,
    id: null,
    jsonSchema: {},
  })
})

test.each([
  undefined,
  null,
  7,
  '',
  '%%%',
  encodeSource('{%- set x = 1 -%}'),
  encodeSource([]),
  encodeSource({ schema: '' }),
  agendaFile.encodedWidget,
])('%j is no source', (encoded) => {
  expect(sourceOf(encoded)).toBeNull()
})
