// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Badge, ListView, ListViewItem, Text } from '../../kit/index.ts'
import { draw } from '../testing/draw.tsx'

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ListViewItem({ children: [Text({ value: `Row ${index + 1}` })] }))

test('a limit shows that many rows, and "Show more" the rest, where reading goes on', async () => {
  const { user } = draw(ListView({ limit: 2, children: rows(4) }))
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  expect(screen.getAllByRole('listitem')).toHaveLength(4)
  expect(screen.queryByRole('button')).toBeNull()
  expect(document.activeElement?.textContent).toBe('Row 3')
})

test.each([
  [7, 7],
  [8, 6],
])('without a limit, of %i rows %i are shown', (count, shown) => {
  draw(ListView({ children: rows(count) }))
  expect(screen.getAllByRole('listitem')).toHaveLength(shown)
})

test('what was opened stays open when the list grows', async () => {
  const { user, update } = draw(ListView({ children: rows(9) }))
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  update(ListView({ children: rows(12) }))
  expect(screen.getAllByRole('listitem')).toHaveLength(12)
})

test('a clickable row is a button named by its content', () => {
  draw(
    ListView({
      children: [
        ListViewItem({
          onClickAction: { type: 'open' },
          children: [Text({ value: 'Flight' }), Badge({ label: 'On time' })],
        }),
      ],
    }),
  )
  expect(screen.getByRole('button', { name: 'Flight On time' })).toBeDefined()
})

test('another component among the rows stands in a row of its own', () => {
  draw({ type: 'ListView', children: [{ type: 'Text', value: 'loose' }] })
  expect(screen.getByRole('listitem').textContent).toBe('loose')
})
