// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Basic, Card, Chart, Table, Text } from '../../kit/index.ts'
import { draw } from '../testing/draw.tsx'

const cell = (value: string) => Table.Cell({ children: [Text({ value })] })

test('a table has a head and a body, and cells of the head name the columns', () => {
  const rows = [
    Table.Row({ header: true, children: [cell('City'), cell('°C')] }),
    Table.Row({ children: [cell('Oslo'), Table.Cell({ align: 'end', colSpan: 1, children: [Text({ value: '4' })] })] }),
  ]
  draw(Card({ children: [Table({ children: rows })] }))
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['City', '°C'])
  expect(within(screen.getAllByRole('rowgroup')[1] ?? document.body).getAllByRole('cell')).toHaveLength(2)
})

test('rows and cells outside a table are boxes', () => {
  const { container } = draw(Basic({ children: [Table.Row({ children: [cell('loose')] }), cell('looser')] }))
  expect(container.querySelector('td, th, tr')).toBeNull()
  expect(container.textContent).toBe('looselooser')
})

test('a chart has a name, and its numbers stand in a table', () => {
  draw(
    Card({
      children: [
        Chart({
          data: [
            { month: 'jan', sales: 3, costs: 1 },
            { month: 'feb', sales: 5, costs: 2 },
          ],
          xAxis: { dataKey: 'month', labels: { jan: 'January' } },
          series: [
            { type: 'bar', label: 'Sales', dataKey: 'sales' },
            { type: 'line', label: null, dataKey: 'costs' },
          ],
        }),
      ],
    }),
  )
  expect(screen.getByRole('img', { name: 'Chart: Sales, costs' })).toBeDefined()
  const rows = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))
  expect(rows).toEqual([
    ['month', 'Sales', 'costs'],
    ['January', '3', '1'],
    ['feb', '5', '2'],
  ])
})
