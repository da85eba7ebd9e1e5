import { expect, test } from 'vitest'
import { fileUrls } from './file-url.ts'

test('addresses of files stand beside the address that was asked', () => {
  const { of } = fileUrls(undefined)
  expect(of('t', 'https://chat.test/chatkit?a=b')).toBe('https://chat.test/chatkit/files/t')
  expect(of('t', 'https://chat.test/chatkit/files//')).toBe('https://chat.test/chatkit/files/t')
  expect(of('t', 'https://chat.test/')).toBe('https://chat.test/files/t')
})

test('an address of slashes alone takes no longer than another', () => {
  const begun = performance.now()
  fileUrls(undefined).of('t', `https://chat.test/${'/'.repeat(64_000)}x`)
  expect(performance.now() - begun).toBeLessThan(500)
})
