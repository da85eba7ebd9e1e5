import { memo, type ReactNode } from 'react'
import { BadgeView } from './components/badge.tsx'
import { BasicView } from './components/basic.tsx'
import { BoxView } from './components/box.tsx'
import { ButtonView } from './components/button.tsx'
import { CaptionView } from './components/caption.tsx'
import { CardView } from './components/card.tsx'
import { ChartView } from './components/chart.tsx'
import { CheckboxView } from './components/checkbox.tsx'
import { ColView } from './components/col.tsx'
import { DatePickerView } from './components/date-picker.tsx'
import { DividerView } from './components/divider.tsx'
import { FormView } from './components/form.tsx'
import { IconNodeView } from './components/icon.tsx'
import { ImageView } from './components/image.tsx'
import { InputView } from './components/input.tsx'
import { LabelView } from './components/label.tsx'
import { ListViewView } from './components/list-view.tsx'
import { ListViewItemView } from './components/list-view-item.tsx'
import { MarkdownView } from './components/markdown.tsx'
import { RadioGroupView } from './components/radio-group.tsx'
import { RowView } from './components/row.tsx'
import { SelectView } from './components/select.tsx'
import { SpacerView } from './components/spacer.tsx'
import { TableCellView, TableRowView, TableView } from './components/table.tsx'
import { TextView } from './components/text.tsx'
import { TextareaView } from './components/textarea.tsx'
import { TitleView } from './components/title.tsx'
import { TransitionView } from './components/transition.tsx'
import { UnknownView } from './components/unknown.tsx'
import type { DrawnNode } from './nodes.tsx'

/** Draws one node, and again only when it is another object. */
export const NodeView = memo(function NodeView({ node }: { node: DrawnNode }): ReactNode {
  switch (node.type) {
    case 'Card':
      return <CardView node={node} />
    case 'ListView':
      return <ListViewView node={node} />
    case 'ListViewItem':
      return <ListViewItemView node={node} />
    case 'Basic':
      return <BasicView node={node} />
    case 'Box':
      return <BoxView node={node} />
    case 'Row':
      return <RowView node={node} />
    case 'Col':
      return <ColView node={node} />
    case 'Form':
      return <FormView node={node} />
    case 'Spacer':
      return <SpacerView node={node} />
    case 'Divider':
      return <DividerView node={node} />
    case 'Transition':
      return <TransitionView node={node} />
    case 'Text':
      return <TextView node={node} />
    case 'Title':
      return <TitleView node={node} />
    case 'Caption':
      return <CaptionView node={node} />
    case 'Markdown':
      return <MarkdownView node={node} />
    case 'Label':
      return <LabelView node={node} />
    case 'Badge':
      return <BadgeView node={node} />
    case 'Icon':
      return <IconNodeView node={node} />
    case 'Image':
      return <ImageView node={node} />
    case 'Button':
      return <ButtonView node={node} />
    case 'Chart':
      return <ChartView node={node} />
    case 'Table':
      return <TableView node={node} />
    case 'Table.Row':
      return <TableRowView node={node} />
    case 'Table.Cell':
      return <TableCellView node={node} />
    case 'Input':
      return <InputView node={node} />
    case 'Textarea':
      return <TextareaView node={node} />
    case 'Select':
      return <SelectView node={node} />
    case 'DatePicker':
      return <DatePickerView node={node} />
    case 'Checkbox':
      return <CheckboxView node={node} />
    case 'RadioGroup':
      return <RadioGroupView node={node} />
    case 'Unknown':
      return <UnknownView node={node} />
    default:
      return node satisfies never
  }
})
