import { expect, test } from 'vitest'
import type { Annotation } from '../../../protocol/index.ts'
import { distinctSources, markedAnnotation, withMarkers } from './markers.ts'

const url = (index?: number, address = 'https://www.example.com/a', more = {}): Annotation => ({
  type: 'annotation',
  source: { type: 'url', title: 'A page', url: address, ...more },
  ...(index === undefined ? {} : { index }),
})
const file = (index: number): Annotation => ({
  type: 'annotation',
  source: { type: 'file', title: 'Report', filename: 'my_report*.pdf' },
  index,
})

test('a marker stands after the character its offset says', () => {
  expect(withMarkers('Rain. Sun.', [url(5)])).toBe('Rain.[example.com](#parlor-source-0) Sun.')
  expect(withMarkers('Rain.', [url(5, 'https://a.example', { attribution: 'The Times' })])).toBe(
    'Rain.[The Times](#parlor-source-0)',
  )
})

test('a source without an offset is not marked in the text', () => {
  expect(withMarkers('Rain.', [url()])).toBe('Rain.')
})

test('markers at one place stand side by side, in the order of the annotations', () => {
  expect(withMarkers('Rain. Sun.', [url(10), file(5), url(5)])).toBe(
    'Rain.[my\\_report\\*.pdf](#parlor-source-1)[example.com](#parlor-source-2) Sun.[example.com](#parlor-source-0)',
  )
})

test('offsets count characters, not UTF-16 units', () => {
  expect(withMarkers('☔️🌧️ Rain. Sun.', [url(10)])).toBe('☔️🌧️ Rain.[example.com](#parlor-source-0) Sun.')
})

test('an offset past the end marks the end', () => {
  expect(withMarkers('Rain.', [url(99)])).toBe('Rain.[example.com](#parlor-source-0)')
})

test('a marker never tears inline code or a link apart', () => {
  expect(withMarkers('Use `npm ci` now.', [url(7)])).toBe('Use `npm ci`[example.com](#parlor-source-0) now.')
  expect(withMarkers('See [the docs](https://x.example) now.', [url(9)])).toBe(
    'See [the docs](https://x.example)[example.com](#parlor-source-0) now.',
  )
})

test('code blocks stay as they are, also one that is still being written', () => {
  const done = 'Run:\n\n```sh\nnpm ci\n```\n\nDone.'
  expect(withMarkers(done, [url(15), url(done.length)])).toBe(`${done}[example.com](#parlor-source-1)`)
  expect(withMarkers('Run:\n\n```sh\nnpm ci', [url(15)])).toBe('Run:\n\n```sh\nnpm ci')
})

test('a clicked marker says which annotation it stands for', () => {
  expect(markedAnnotation('https://host.example/chat#parlor-source-3')).toBe(3)
  expect(markedAnnotation('https://host.example/chat#section')).toBe(null)
})

test('the list of sources names each one once', () => {
  expect(distinctSources([url(1), file(2), url(3), url(4, 'https://b.example')])).toEqual([
    { type: 'url', title: 'A page', url: 'https://www.example.com/a' },
    { type: 'file', title: 'Report', filename: 'my_report*.pdf' },
    { type: 'url', title: 'A page', url: 'https://b.example' },
  ])
})
