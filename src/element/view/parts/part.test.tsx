// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { harness } from '../../chat/testing/harness.ts'
import { english } from '../../locale/index.ts'
import { ViewContext } from '../view-context.ts'
import { createPart } from './part.tsx'

afterEach(cleanup)

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>

/** Loads that the test settles, in order; the view around them, and what it reports. */
function setUp() {
  const loads: { resolve(): void; reject(cause: unknown): void }[] = []
  const part = createPart<{ name: string }>(
    () => new Promise((resolve, reject) => loads.push({ resolve: () => resolve(Greeting), reject })),
  )
  const { chat, listen } = harness()
  const reported: unknown[] = []
  listen((name, detail) => name === 'chatkit.error' && reported.push(detail))
  const view = { chat, scheme: 'light', adoptStyles: () => {}, ...english } as const
  const show = (content: ReactNode) => render(<ViewContext value={view}>{content}</ViewContext>)
  return { part, loads, reported, show }
}

test('a part shows what stands in for it, then itself; a second one is there at once', async () => {
  const { part, loads, show } = setUp()
  const { rerender, container } = show(<part.View name="Ada" fallback="…" />)
  expect(container.textContent).toBe('…')
  await act(async () => loads[0]?.resolve())
  expect(container.textContent).toBe('Hello Ada')
  rerender(<p />)
  expect(show(<part.View name="Bob" fallback="…" />).container.textContent).toBe('Hello Bob')
  expect(loads).toHaveLength(1)
})

test('what was loaded ahead is drawn at once', async () => {
  const { part, loads, show } = setUp()
  part.prefetch()
  part.prefetch()
  await act(async () => loads[0]?.resolve())
  expect(show(<part.View name="Ada" />).container.textContent).toBe('Hello Ada')
  expect(loads).toHaveLength(1)
})

test('a part that does not load says so once to the host, and a button tries again', async () => {
  const { part, loads, reported, show } = setUp()
  const { container } = show(
    <>
      <part.View name="Ada" />
      <part.View name="Bob" failed="" />
    </>,
  )
  const cause = new TypeError('Failed to fetch dynamically imported module')
  await act(async () => loads[0]?.reject(cause))
  expect(screen.getByRole('alert').textContent).toContain('This part of the chat could not be loaded.')
  expect(reported).toEqual([{ error: expect.objectContaining({ name: 'LoadError' }) }])
  expect(reported).toMatchObject([{ error: { cause: { code: 'network', cause } } }])
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
  await act(async () => loads[1]?.resolve())
  expect(container.textContent).toBe('Hello AdaHello Bob')
})

test('loading ahead that fails is quiet; the first use loads again', async () => {
  const { part, loads, reported, show } = setUp()
  part.prefetch()
  await act(async () => loads[0]?.reject(new Error('offline')))
  const { container } = show(<part.View name="Ada" />)
  await act(async () => loads[1]?.resolve())
  expect(container.textContent).toBe('Hello Ada')
  expect(reported).toEqual([])
})
