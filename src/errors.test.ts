import { expect, test } from 'vitest'
import { isParlorError, ParlorError } from './errors.ts'

const init = { at: 'slip.title', problem: 'missing', hint: 'Give it a title' }

test('an error reads as where, what, and what to do', () => {
  expect(new ParlorError('invalid_input', init).message).toBe('slip.title: missing. Give it a title')
})

test('an error of another copy of this package is one of ours', () => {
  class Copy extends Error {
    override readonly name = 'ParlorError'
    readonly code = 'invalid_widget'
    readonly at = 'Card.size'
  }
  expect(new Copy()).toBeInstanceOf(ParlorError)
  expect(isParlorError(new Copy())).toBe(true)
})

test('other errors are not', () => {
  const missingFile = Object.assign(new Error('no such file'), { code: 'ENOENT', at: 'open' })
  for (const other of [missingFile, init, null, 'ParlorError']) expect(other).not.toBeInstanceOf(ParlorError)
})
