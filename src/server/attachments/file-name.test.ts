import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, contentDisposition } from './file-name.ts'

test('a name keeps what people see of it, and no folder', () => {
  expect(cleanName('C:\\fakepath\\Ärger (1).tar.gz')).toBe('Ärger (1).tar.gz')
  expect(cleanName('../../etc/passwd')).toBe('passwd')
  expect(cleanName(' a\u0000b\r\nc.png ')).toBe('abc.png')
  expect(cleanName('photo\u202egpj.exe')).toBe('photogpj.exe')
  expect(cleanName('👩‍👩‍👧.png')).toBe('👩‍👩‍👧.png')
})

test('a name without anything in it is `file`', () => {
  for (const name of ['', '.', '..', 'a/', '\u0000', ' ... ']) expect(cleanName(name)).toBe('file')
})

test('a long name is cut before its ending', () => {
  expect(cleanName(`${'x'.repeat(500)}.jpeg`)).toBe(`${'x'.repeat(195)}.jpeg`)
  expect(cleanName('x'.repeat(500))).toBe('x'.repeat(200))
})

test('whatever a file is called, its header is one line of ASCII that names no folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const clean = cleanName(name)
      expect(clean).not.toMatch(/[\\/\p{Cc}]/u)
      expect(clean.length).toBeGreaterThan(0)
      const header = contentDisposition('inline', clean)
      expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
      expect(header).toMatch(/^inline; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w%!~.-]*$/)
    }),
  )
})
