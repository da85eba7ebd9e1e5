// @vitest-environment happy-dom
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { iconNames } from '../../kit/index.ts'
import { iconMap } from './icon-map.ts'
import { IconView } from './icon-view.tsx'
import { lucideIcon } from './lucide.ts'
import { loadNamedIcons } from './named-icons.ts'

test('an icon has its place before its drawing is loaded, and the drawing follows', async () => {
  const { container } = render(<IconView name="star" />)
  expect(container.querySelector('svg')?.childElementCount).toBe(0)
  await expect.poll(() => container.querySelector('svg path')).not.toBeNull()
})

test('every icon of ChatKit is drawn', async () => {
  await loadNamedIcons()
  expect(Object.keys(iconMap).sort()).toEqual([...iconNames].sort())
  for (const name of iconNames) {
    const { container } = render(<IconView name={name} />)
    expect(container.querySelector('svg path, svg circle'), name).not.toBeNull()
  }
})

test('an unknown name, and a name of a family nobody knows, is a placeholder', async () => {
  await loadNamedIcons()
  for (const name of ['no-such-icon', 'vendor:thing', '__proto__', 'constructor']) {
    const { container } = render(<IconView name={name} />)
    expect(container.querySelector('[data-placeholder]'), name).not.toBeNull()
  }
})

test('a Lucide icon is drawn as soon as its drawings are loaded', async () => {
  const { container } = render(<IconView name="lucide:heart" size="lg" />)
  expect(container.querySelector('.pk-icon')?.getAttribute('data-size')).toBe('lg')
  await expect.poll(() => container.querySelector('svg path')).not.toBeNull()
})

test('a Lucide name that does not exist is a placeholder', async () => {
  expect(await lucideIcon('no-such-icon')).toBeNull()
  const { container } = render(<IconView name="lucide:no-such-icon" />)
  await expect.poll(() => container.querySelector('[data-placeholder]')).not.toBeNull()
})
