import type { Meta, StoryObj } from '@storybook/react-vite'
import { Badge, Caption, Card, Chart, columnSizes, Table, Text, Title } from 'parlor/kit'
import { Examples, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Chart and table' }
export default meta
type Story = StoryObj

const data = [
  { month: 'jan', sales: 34, costs: 21, profit: 13 },
  { month: 'feb', sales: 45, costs: 24, profit: 21 },
  { month: 'mar', sales: 38, costs: 26, profit: 12 },
  { month: 'apr', sales: 52, costs: 28, profit: 24 },
  { month: 'may', sales: 61, costs: 31, profit: 30 },
  { month: 'jun', sales: 58, costs: 33, profit: 25 },
]
const xAxis = { dataKey: 'month', labels: { jan: 'Jan', feb: 'Feb', mar: 'Mar', apr: 'Apr', may: 'May', jun: 'Jun' } }

export const Bars: Story = {
  name: 'Chart: bars',
  render: () => (
    <Shown
      widget={Card({
        children: [
          Title({ value: 'Sales and costs' }),
          Chart({
            data,
            xAxis,
            showYAxis: true,
            series: [
              { type: 'bar', label: 'Sales', dataKey: 'sales' },
              { type: 'bar', label: 'Costs', dataKey: 'costs' },
            ],
          }),
        ],
      })}
    />
  ),
}

export const Charts: Story = {
  name: 'Chart',
  render: () => (
    <Examples
      of={{
        'stacked bars': Card({
          children: [
            Chart({
              data,
              xAxis,
              series: [
                { type: 'bar', label: 'Costs', dataKey: 'costs', stack: 'all', color: 'orange' },
                { type: 'bar', label: 'Profit', dataKey: 'profit', stack: 'all', color: 'green' },
              ],
            }),
          ],
        }),
        areas: Card({
          children: [
            Chart({
              data,
              xAxis,
              height: 180,
              series: [
                { type: 'area', label: 'Sales', dataKey: 'sales' },
                { type: 'area', label: 'Costs', dataKey: 'costs', color: { light: 'pink-500', dark: 'pink-300' } },
              ],
            }),
          ],
        }),
        'lines, no legend, no tooltip': Card({
          children: [
            Chart({
              data,
              xAxis: 'month',
              aspectRatio: '3/1',
              showLegend: false,
              showTooltip: false,
              series: [
                { type: 'line', label: null, dataKey: 'sales', curveType: 'step' },
                { type: 'line', label: null, dataKey: 'profit', curveType: 'linear', color: '#8046d9' },
              ],
            }),
          ],
        }),
        'mixed, x axis hidden': Card({
          children: [
            Chart({
              data,
              xAxis: { ...xAxis, hide: true },
              barGap: 0,
              barCategoryGap: 24,
              series: [
                { type: 'bar', label: 'Sales', dataKey: 'sales' },
                { type: 'line', label: 'Profit', dataKey: 'profit' },
              ],
            }),
          ],
        }),
      }}
    />
  ),
}

const cell = (value: string) => Table.Cell({ children: [Text({ value, size: 'sm' })] })
const number = (value: string) => Table.Cell({ align: 'end', children: [Text({ value, size: 'sm' })] })
const head = (value: string, align: 'start' | 'end' = 'start') => Table.Cell({ align, children: [Caption({ value })] })

export const Tables: Story = {
  name: 'Table',
  render: () => (
    <Examples
      of={{
        'header row, aligned cells': Card({
          children: [
            Table({
              children: [
                Table.Row({ header: true, children: [head('Mountain'), head('First climbed'), head('Height', 'end')] }),
                Table.Row({ children: [cell('Everest'), cell('1953'), number('8,849 m')] }),
                Table.Row({ children: [cell('K2'), cell('1954'), number('8,611 m')] }),
                Table.Row({
                  children: [
                    Table.Cell({ colSpan: 2, children: [Text({ value: 'Both', size: 'sm', weight: 'semibold' })] }),
                    number('17,460 m'),
                  ],
                }),
              ],
            }),
          ],
        }),
        'rowSpan, vAlign, padding': Card({
          children: [
            Table({
              children: [
                Table.Row({
                  children: [
                    Table.Cell({ rowSpan: 2, vAlign: 'start', children: [Badge({ label: 'Nepal', color: 'info' })] }),
                    cell('Everest'),
                  ],
                }),
                Table.Row({
                  children: [Table.Cell({ padding: { y: 5 }, children: [Text({ value: 'Lhotse', size: 'sm' })] })],
                }),
              ],
            }),
          ],
        }),
        colSize: Card({
          children: [
            Table({
              children: [
                Table.Row({
                  header: true,
                  children: columnSizes.map((colSize) =>
                    Table.Cell({ key: colSize, colSize, children: [Caption({ value: colSize })] }),
                  ),
                }),
                Table.Row({ children: columnSizes.map((colSize) => cell(colSize)) }),
              ],
            }),
          ],
        }),
      }}
    />
  ),
}

export const ChartEdges: Story = {
  name: 'Chart: long names, values below zero, no data',
  render: () => (
    <Examples
      of={{
        'long names': Chart({
          data: ['A name longer than its place', 'Another one of that kind', 'Short'].map((name, index) => ({
            name,
            value: 2 - index * 2,
          })),
          xAxis: 'name',
          series: [{ type: 'bar', label: 'Above and below zero', dataKey: 'value' }],
        }),
        'no data': Chart({
          data: [],
          xAxis: 'name',
          series: [{ type: 'line', label: 'Nothing yet', dataKey: 'value' }],
          height: 120,
        }),
      }}
    />
  ),
}
