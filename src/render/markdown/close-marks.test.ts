import { expect, test } from 'vitest'
import { closeMarks } from './close-marks.ts'

test.each([
  ['some **bo', 'some **bo**'],
  ['some **bold**', 'some **bold**'],
  ['some **', 'some '],
  ['some **bold*', 'some **bold**'],
  ['some *it', 'some *it*'],
  ['2 * 3 = 6', '2 * 3 = 6'],
  ['a ~~gone', 'a ~~gone~~'],
  ['run `npm te', 'run `npm te`'],
  ['run `', 'run '],
  ['see [the do', 'see the do'],
  ['see [the docs](https://exa', 'see the docs'],
  ['see [the docs](https://example.com)', 'see [the docs](https://example.com)'],
  ['look ![a ca', 'look '],
  ['look ![a cat](https://exa', 'look '],
  ['**done**\n\nnew **bo', '**done**\n\nnew **bo**'],
  ['```js\nconst a = b ** c', '```js\nconst a = b ** c'],
  ['- [', '- ['],
])('%j reads as %j while it streams', (text, closed) => {
  expect(closeMarks(text)).toBe(closed)
})
