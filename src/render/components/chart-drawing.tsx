import type { ReactElement, ReactNode } from 'react'
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  useChartWidth,
  XAxis,
  YAxis,
} from 'recharts'
import { type Chart, type ChartSeries, chartColors } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import { useDirection } from '../portal/direction.ts'
import { cssColor } from '../theme/color.ts'
import { axisLabel, axisOf, seriesName, shownValue } from './chart-data.ts'

const tick = { fontSize: 12, fill: 'var(--color-text-secondary)' } as const
const margin = { top: 8, right: 16, bottom: 0, left: 16 } as const
const barRadius = 4

/** The picture of a Chart and its legend. */
export default function ChartDrawing({ node }: { node: Chart }): ReactNode {
  const { scheme, locale } = useWidget()
  const dir = useDirection()
  const { data, series, showYAxis = false, showLegend = true, showTooltip = true, barGap, barCategoryGap } = node
  const axis = axisOf(node)
  const label = (value: unknown) => axisLabel(node, value)
  const colored = series.map((one, index) => ({ one, color: seriesColor(one, index, scheme) }))
  return (
    <>
      <div className="pk-chart-plot">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={data}
            margin={margin}
            accessibilityLayer={false} // the numbers stand in a table beside
            {...(barGap !== undefined && { barGap })}
            {...(barCategoryGap !== undefined && { barCategoryGap })}
          >
            <CartesianGrid vertical={false} stroke="var(--color-border)" />
            <Names dataKey={axis.dataKey} hide={axis.hide ?? false} count={data.length} label={label} />
            {showYAxis && (
              <YAxis
                width="auto"
                orientation={dir === 'rtl' ? 'right' : 'left'}
                tick={tick}
                tickFormatter={(value: unknown) => shownValue(value, locale)}
                tickLine={false}
                axisLine={false}
              />
            )}
            {showTooltip && (
              <Tooltip cursor={{ fill: 'var(--alpha-05)' }} content={ChartTooltip} labelFormatter={label} />
            )}
            {colored.map(({ one, color }, index) => drawSeries(one, color, index, series))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      {showLegend && <Legend entries={colored.map(({ one, color }) => ({ name: seriesName(one), color }))} />}
    </>
  )
}

function seriesColor(series: ChartSeries, index: number, scheme: 'light' | 'dark'): string {
  const next = chartColors[index % chartColors.length]
  return cssColor(series.color, 'chart', scheme) ?? cssColor(next, 'chart', scheme) ?? 'currentColor'
}

/** px a name may take at least; where there is less room for each, some are left out. */
const narrowestName = 64
/** px of an average letter at the size of the axis. */
const letterWidth = 7

/** The axis of names. Those too long for their place end in an ellipsis; the tooltip says them in full. */
function Names({
  dataKey,
  hide,
  count,
  label,
}: {
  dataKey: string
  hide: boolean
  count: number
  label(value: unknown): string
}): ReactNode {
  const dir = useDirection()
  const width = useChartWidth() ?? 0
  const letters = Math.floor(Math.max(width / Math.max(count, 1) - 12, narrowestName) / letterWidth)
  return (
    <XAxis
      dataKey={dataKey}
      hide={hide}
      reversed={dir === 'rtl'}
      tick={tick}
      tickFormatter={(value: unknown) => shortened(label(value), letters)}
      tickLine={false}
      axisLine={false}
      tickMargin={8}
      minTickGap={8}
    />
  )
}

function shortened(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text
}

/** Recharts asks for its own elements as direct children, so this is no component. */
function drawSeries(series: ChartSeries, color: string, index: number, all: readonly ChartSeries[]): ReactElement {
  const common = { name: seriesName(series), dataKey: series.dataKey, isAnimationActive: false } as const
  switch (series.type) {
    case 'bar': {
      const { stack } = series
      const covered =
        stack !== undefined && all.slice(index + 1).some((one) => one.type === 'bar' && one.stack === stack)
      const radius: [number, number, number, number] = covered ? [0, 0, 0, 0] : [barRadius, barRadius, 0, 0]
      return (
        <Bar key={index} {...common} fill={color} radius={radius} {...(stack !== undefined && { stackId: stack })} />
      )
    }
    case 'area': {
      const { stack, curveType = 'monotone' } = series
      const stacked = stack === undefined ? {} : { stackId: stack }
      return (
        <Area
          key={index}
          {...common}
          type={curveType}
          stroke={color}
          fill={color}
          fillOpacity={0.2}
          strokeWidth={2}
          {...stacked}
        />
      )
    }
    case 'line':
      return (
        <Line
          key={index}
          {...common}
          type={series.curveType ?? 'monotone'}
          stroke={color}
          strokeWidth={2}
          dot={false}
        />
      )
    default:
      return series satisfies never
  }
}

interface TooltipEntry {
  name?: unknown
  value?: unknown
  color?: string
}

function ChartTooltip({
  active,
  payload,
  label,
}: {
  active?: boolean
  payload?: readonly TooltipEntry[]
  label?: unknown
}): ReactNode {
  const { locale } = useWidget()
  if (!active || !payload?.length) return null
  return (
    <div className="pk-chart-tooltip">
      <strong>{`${label}`}</strong>
      {payload.map((entry, index) => (
        <span key={index}>
          <Swatch color={entry.color ?? 'currentColor'} />
          {`${entry.name}`}
          <b>{shownValue(entry.value, locale)}</b>
        </span>
      ))}
    </div>
  )
}

function Legend({ entries }: { entries: { name: string; color: string }[] }): ReactNode {
  return (
    <div className="pk-chart-legend">
      {entries.map(({ name, color }, index) => (
        <span key={index}>
          <Swatch color={color} />
          {name}
        </span>
      ))}
    </div>
  )
}

function Swatch({ color }: { color: string }): ReactNode {
  return <i className="pk-swatch" style={{ background: color }} />
}
