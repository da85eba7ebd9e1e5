import { expect, test } from 'vitest'
import { requireReact } from './require-react.ts'

test('React 18 is told what is needed, 19 and later draw', () => {
  expect(() => requireReact('18.3.1')).toThrow(
    expect.objectContaining({ code: 'misuse', at: 'parlor/render', message: expect.stringContaining('React 18.3.1') }),
  )
  for (const version of ['19.0.0', '19.3.1', '20.0.0-rc.1', undefined])
    expect(() => requireReact(version)).not.toThrow()
})
