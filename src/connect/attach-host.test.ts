// @vitest-environment jsdom
import type { OpenAIChatKit } from '@openai/chatkit'
import { expect, test, vi } from 'vitest'
import { createHost } from './index.ts'

const setOptions = vi.fn()
class Element extends HTMLElement {
  setOptions = setOptions
}
const createElement = () => document.createElement('openai-chatkit') as OpenAIChatKit // the class above stands in for it

test('an element is set up once it is defined, and listened to until it is let go', async () => {
  const [onToolChange, flash] = [vi.fn(), vi.fn()]
  const host = createHost({ api: { url: '/chatkit' }, effects: { flash }, onToolChange })
  const element = createElement()
  const release = host.attach(element)
  expect(host.getState().status).toBe('loading')
  customElements.define('openai-chatkit', Element)
  await vi.waitFor(() => expect(setOptions).toHaveBeenCalledOnce())
  expect(setOptions.mock.calls).toEqual([[host.options]])
  expect(host.getState().status).toBe('ready')

  element.dispatchEvent(new CustomEvent('chatkit.effect', { detail: { name: 'flash', data: { a: 1 } } }))
  element.dispatchEvent(new CustomEvent('chatkit.thread.change', { detail: { threadId: 'thr_1' } }))
  element.dispatchEvent(new CustomEvent('chatkit.tool.change', { detail: { toolId: 't1' } }))
  expect(flash.mock.calls).toEqual([[{ a: 1 }]])
  expect(onToolChange.mock.calls).toEqual([[{ toolId: 't1' }]])
  expect(host.getState().threadId).toBe('thr_1')

  release()
  element.dispatchEvent(new CustomEvent('chatkit.thread.change', { detail: { threadId: 'thr_2' } }))
  expect(host.getState().threadId).toBe('thr_1')
})

test('an element that was let go before it was defined is left alone', async () => {
  setOptions.mockClear()
  createHost({ api: { url: '/chatkit' } }).attach(createElement())()
  await customElements.whenDefined('openai-chatkit')
  expect(setOptions).not.toHaveBeenCalled()
})
