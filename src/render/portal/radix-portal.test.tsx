// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { PortalRoot } from './portal-root.tsx'
import { Portal } from './radix-portal.tsx'

afterEach(cleanup)

test('a popover is drawn into the nearest PortalRoot', () => {
  const { container } = render(
    <PortalRoot scheme="light">
      <PortalRoot scheme="dark">
        <Portal>popover</Portal>
      </PortalRoot>
    </PortalRoot>,
  )
  const portal = container.querySelector('[data-theme="dark"] > [data-pk-portal]')
  expect(portal?.textContent).toBe('popover')
})

test('it stays inside a shadow root', async () => {
  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
  const root = createRoot(shadow.appendChild(document.createElement('div')))
  await act(async () =>
    root.render(
      <PortalRoot scheme="light">
        <Portal asChild>
          <b>popover</b>
        </Portal>
      </PortalRoot>,
    ),
  )
  expect(shadow.querySelector('[data-pk-portal] > b')?.textContent).toBe('popover')
  await act(async () => root.unmount())
})

test('a given container wins, and without any root it is the document', () => {
  const place = document.createElement('div')
  render(<Portal container={place}>given</Portal>)
  expect(place.textContent).toBe('given')
  const { container } = render(<Portal>nowhere</Portal>)
  expect(document.body.textContent).toBe('nowhere')
  expect(container.textContent).toBe('')
})

test('both the child and the portal get their refs', () => {
  const refs: (Element | null)[] = []
  const record = (element: Element | null) => {
    refs.push(element)
  }
  render(
    <Portal asChild ref={record}>
      <b ref={record}>x</b>
    </Portal>,
  )
  expect(refs.map((element) => element?.tagName)).toEqual(['B', 'B'])
})
