import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test('the kit is imported, and measures, where there is no TextEncoder', async () => {
  vi.stubGlobal('TextEncoder', undefined)
  vi.resetModules()
  const { inspectWidget } = await import('./index.ts')
  const text = { type: 'Card', children: [{ type: 'Text', value: 'é'.repeat(100) }] }
  const bytes = Buffer.byteLength(JSON.stringify(text))
  expect(inspectWidget(text, { bytes: bytes + 10 })).toEqual([])
  expect(inspectWidget(text, { bytes: bytes - 10 })).toMatchObject([{ code: 'too_large' }])
})
