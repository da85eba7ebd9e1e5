import { expect, test } from 'vitest'
import { iconNames, isKnownIcon } from './index.ts'

test('known icons are those of the lists and of the two families', () => {
  expect(iconNames).toHaveLength(64)
  expect(['sparkle', 'clock', 'dot', 'lucide:pizza', 'vendor:x'].map(isKnownIcon)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(['upload', 'lucide:', 'constructor', ''].map(isKnownIcon)).toEqual([false, false, false, false])
})
