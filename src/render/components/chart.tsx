import { lazy, type ReactNode } from 'react'
import type { Chart } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import { useLabels } from '../labels.ts'
import { blockStyle, cssFlex } from '../theme/box-style.ts'
import { axisLabel, axisOf, own, seriesName, shownValue } from './chart-data.ts'
import { Deferred } from './deferred.tsx'

const ChartDrawing = lazy(() => import('./chart-drawing.tsx'))

/** px a chart is high when nothing says so. */
const defaultHeight = 220

/** Draws a Chart. The drawing is loaded when the first one is drawn; its numbers stand in a table for those who do not see it. */
export function ChartView({ node }: { node: Chart }): ReactNode {
  const labels = useLabels()
  const hasHeight = node.height !== undefined || node.size !== undefined || node.aspectRatio !== undefined
  const style = { ...blockStyle(hasHeight ? node : { ...node, height: defaultHeight }), flex: cssFlex(node.flex) }
  const names = node.series.map(seriesName)
  return (
    <div className="pk-chart" style={style}>
      <div className="pk-chart-drawing" role="img" aria-label={`${labels.chart}: ${names.join(', ')}`}>
        <Deferred fallback={null}>
          <ChartDrawing node={node} />
        </Deferred>
      </div>
      <DataTable node={node} />
    </div>
  )
}

function DataTable({ node }: { node: Chart }): ReactNode {
  const { locale } = useWidget()
  const { data, series } = node
  const { dataKey } = axisOf(node)
  return (
    <table className="pk-hidden">
      <thead>
        <tr>
          <th scope="col">{dataKey}</th>
          {series.map((one, index) => (
            <th key={index} scope="col">
              {seriesName(one)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.map((row, index) => (
          <tr key={index}>
            <th scope="row">{axisLabel(node, own(row, dataKey))}</th>
            {series.map((one, at) => (
              <td key={at}>{shownValue(own(row, one.dataKey), locale)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
