import { node, type PropsOf } from '../node.ts'
import type { CurveType } from '../tokens.ts'
import type { BlockProps, NodeBase, ThemeColor } from '../values.ts'

/** What every series of a chart says. */
export interface SeriesBase {
  /** Name in legend and tooltip; `null` takes `dataKey`. */
  label: string | null
  /** Which value of each row it draws. */
  dataKey: string
  /** `blue`, `purple`, … `pink`, a palette colour, or any CSS colour; taken in turn when absent. */
  color?: string | ThemeColor
}

/** Bars; those with the same `stack` stand on each other. */
export interface BarSeries extends SeriesBase {
  type: 'bar'
  stack?: string
}

/** A filled line; those with the same `stack` stand on each other. */
export interface AreaSeries extends SeriesBase {
  type: 'area'
  stack?: string
  curveType?: CurveType
}

/** A line. */
export interface LineSeries extends SeriesBase {
  type: 'line'
  curveType?: CurveType
}

/** One row of values drawn in a chart. */
export type ChartSeries = BarSeries | AreaSeries | LineSeries

/** Which value of each row stands on the x axis. */
export interface ChartXAxis {
  dataKey: string
  hide?: boolean
  /** Text shown for a value. */
  labels?: Record<string, string>
}

/** Bars, areas and lines over one x axis; known to the server SDK and the element, not to `@openai/chatkit`'s types. */
export interface Chart extends NodeBase, Omit<BlockProps, 'radius' | 'margin'> {
  type: 'Chart'
  data: Record<string, string | number>[]
  series: ChartSeries[]
  xAxis: string | ChartXAxis
  /** Default false. */
  showYAxis?: boolean
  /** Default true. */
  showLegend?: boolean
  /** Default true. */
  showTooltip?: boolean
  /** Space between bars of one x, in px. */
  barGap?: number
  /** Space between the bars of two x, in px. */
  barCategoryGap?: number
  /** Share of the room left in the parent. */
  flex?: number | string
}

/** Bars, areas and lines over one x axis. */
export function Chart(props: PropsOf<Chart>): Chart {
  return node('Chart', props)
}
