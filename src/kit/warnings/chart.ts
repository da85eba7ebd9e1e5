import { isRecord } from '../compile.ts'
import { nearest } from '../nearest.ts'
import type { WidgetProblem } from '../problem.ts'
import { oneOf, show } from '../words.ts'
import type { RawNode } from './around.ts'
import { warning } from './warning.ts'

/** A series or an axis that asks for a value no row has: nothing is drawn of it. */
export function unknownDataKey(node: RawNode, at: string): WidgetProblem[] {
  if (node.type !== 'Chart' || !Array.isArray(node.data) || node.data.length === 0) return []
  const rows: unknown[] = node.data
  const names = new Set(rows.flatMap((row) => (isRecord(row) ? Object.keys(row) : [])))
  const series: unknown[] = Array.isArray(node.series) ? node.series : []
  const asked: [name: unknown, at: string][] = [
    isRecord(node.xAxis) ? [node.xAxis.dataKey, `${at}.xAxis.dataKey`] : [node.xAxis, `${at}.xAxis`],
    ...series.map((one, index): [unknown, string] => [
      isRecord(one) ? one.dataKey : undefined,
      `${at}.series[${index}].dataKey`,
    ]),
  ]
  return asked.flatMap(([name, place]) =>
    typeof name !== 'string' || names.has(name) ? [] : [dataKeyUnknown(name, names, place)],
  )
}

function dataKeyUnknown(name: string, names: ReadonlySet<string>, at: string): WidgetProblem {
  const near = nearest(name, names)
  const all = names.size > 0 ? `They have ${oneOf([...names].slice(0, 8).map(show))}.` : 'They are empty.'
  return warning(
    'unknown_data_key',
    at,
    `no row of the data has ${show(name)}`,
    near ? `Did you mean ${show(near)}?` : all,
  )
}
