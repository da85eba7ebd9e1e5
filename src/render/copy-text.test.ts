// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from './copy-text.ts'

/** What the page would copy: the selected text of the field that has the focus. */
const selected = vi.fn((_: string) => {
  const field = document.activeElement
  return field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : ''
})

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
  Reflect.deleteProperty(document, 'execCommand')
})

/** A browser whose older way of copying works, or not. */
function withOlderWay(works: boolean): string[] {
  const copied: string[] = []
  Object.assign(document, {
    execCommand(command: string) {
      copied.push(`${command} ${selected(command)}`)
      return works
    },
  })
  return copied
}

test('where there is a clipboard, the text goes there', async () => {
  const writeText = vi.fn(async () => {})
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  await copyText('Hello')
  expect(writeText.mock.calls).toEqual([['Hello']])
})

test.each([
  ['on plain http', {}],
  ['where the frame may not', { clipboard: { writeText: () => Promise.reject(new Error('NotAllowedError')) } }],
])('%s the older way is gone, which leaves page and focus as they were', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator)
  const copied = withOlderWay(true)
  const host = document.body.appendChild(document.createElement('div'))
  const button = document.createElement('button')
  host.attachShadow({ mode: 'open' }).append(button)
  button.focus()
  await copyText('Hello')
  expect(copied).toEqual(['copy Hello'])
  expect(document.body.children).toHaveLength(1)
  expect(host.shadowRoot?.activeElement).toBe(button)
})

test('where neither way works, it rejects', async () => {
  vi.stubGlobal('navigator', {})
  await expect(copyText('Hello')).rejects.toThrow('This page may not write to the clipboard')
  withOlderWay(false)
  await expect(copyText('Hello')).rejects.toThrow('This page may not write to the clipboard')
})
