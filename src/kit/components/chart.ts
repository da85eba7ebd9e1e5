import { z } from 'zod'
import { node, type PropsOf } from '../node.ts'
import { chartBlockShape, nodeShape, optional, required, strictObject } from '../schemas.ts'
import { type CurveType, curveTypes } from '../tokens.ts'
import type { BlockProps, ChartColor, NodeBase, ThemeColor } from '../values.ts'

/** What every series of a chart says. */
interface SeriesBase {
  /** Name in legend and tooltip; `dataKey` when absent or `null` (which does not survive the wire). */
  label?: string | null
  /** Which value of each row it draws. */
  dataKey: string
  /** `blue`, `purple`, … `pink`, a palette colour, or any CSS colour; taken in turn when absent. */
  color?: ChartColor | ThemeColor
}

const seriesShape = {
  label: z.exactOptional(z.nullable(z.string())),
  dataKey: required.string,
  color: optional.chartColor,
}

/** Bars; those with the same `stack` stand on each other. */
export interface BarSeries extends SeriesBase {
  type: 'bar'
  /** Series with the same word stand on each other. */
  stack?: string
}

const barSeriesSchema = strictObject({
  type: z.literal('bar'),
  ...seriesShape,
  stack: optional.string,
}) satisfies z.ZodType<BarSeries>

/** A filled line; those with the same `stack` stand on each other. */
export interface AreaSeries extends SeriesBase {
  type: 'area'
  /** Series with the same word stand on each other. */
  stack?: string
  /** How points are joined. Default `monotone`. */
  curveType?: CurveType
}

const areaSeriesSchema = strictObject({
  type: z.literal('area'),
  ...seriesShape,
  stack: optional.string,
  curveType: optional.oneOf(curveTypes),
}) satisfies z.ZodType<AreaSeries>

/** A line. */
export interface LineSeries extends SeriesBase {
  type: 'line'
  /** How points are joined. Default `monotone`. */
  curveType?: CurveType
}

const lineSeriesSchema = strictObject({
  type: z.literal('line'),
  ...seriesShape,
  curveType: optional.oneOf(curveTypes),
}) satisfies z.ZodType<LineSeries>

/** One row of values drawn in a chart. */
export type ChartSeries = BarSeries | AreaSeries | LineSeries

/** Which value of each row stands on the x axis. */
export interface ChartXAxis {
  /** Name of the value in each entry of `data`. */
  dataKey: string
  /** Leaves the axis out. Default false. */
  hide?: boolean
  /** Text shown for a value. */
  labels?: Record<string, string>
}

const xAxisSchema = strictObject({
  dataKey: required.string,
  hide: optional.boolean,
  labels: z.exactOptional(z.record(z.string(), z.string())),
}) satisfies z.ZodType<ChartXAxis>

/** Bars, areas and lines over one x axis; known to the server SDK and the element, not to `@openai/chatkit`'s types. */
export interface Chart extends NodeBase, Omit<BlockProps, 'radius' | 'margin'> {
  type: 'Chart'
  /** One entry per place on the x axis, with the values of all series by name. */
  data: Record<string, string | number>[]
  /** What is drawn of the data, in this order. */
  series: ChartSeries[]
  /** Which value stands on the x axis: its name, or more about it. */
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

/** Checks a `Chart`. */
export const chartSchema = strictObject({
  type: z.literal('Chart'),
  ...nodeShape,
  ...chartBlockShape,
  data: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  series: z.array(z.discriminatedUnion('type', [barSeriesSchema, areaSeriesSchema, lineSeriesSchema])),
  xAxis: z.union([z.string(), xAxisSchema]),
  showYAxis: optional.boolean,
  showLegend: optional.boolean,
  showTooltip: optional.boolean,
  barGap: optional.number,
  barCategoryGap: optional.number,
  flex: optional.length,
}) satisfies z.ZodType<Chart>

/** Bars, areas and lines over one x axis. */
export function Chart(props: PropsOf<Chart>): Chart {
  return node('Chart', props)
}
