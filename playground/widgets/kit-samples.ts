import {
  Badge,
  Basic,
  Box,
  Button,
  Caption,
  Card,
  Chart,
  Checkbox,
  Col,
  DatePicker,
  Divider,
  Form,
  Icon,
  Image,
  Input,
  Label,
  ListView,
  ListViewItem,
  Markdown,
  RadioGroup,
  Row,
  Select,
  Spacer,
  Table,
  Text,
  Textarea,
  Title,
  Transition,
  type WidgetRoot,
  type WidgetType,
} from 'parlor/kit'

const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 100"%3E%3Crect width="160" height="100" fill="%23cfe8ff"/%3E%3Cpath d="M0 100 50 40l30 34 26-22 54 48z" fill="%233d7a5c"/%3E%3Ccircle cx="128" cy="24" r="12" fill="%23ffc300"/%3E%3C/svg%3E'

const go = { type: 'sample.go' }
const swatch = (label: string) =>
  Box({ background: 'surface-tertiary', padding: 2, radius: 'md', children: [Caption({ value: label })] })

/** One small widget for each component of the kit, in the order in which one meets them. */
export const kitSamples: Record<WidgetType, WidgetRoot> = {
  Card: Card({
    status: { text: 'Draft', icon: 'write' },
    children: [Title({ value: 'Team lunch' }), Text({ value: 'Friday at noon, the place by the river.' })],
    confirm: { label: 'Send', action: go },
    cancel: { label: 'Discard', action: go },
  }),
  ListView: ListView({
    limit: 2,
    children: ['Everest', 'K2', 'Kangchenjunga'].map((name) =>
      ListViewItem({ key: name, onClickAction: go, children: [Text({ value: name })] }),
    ),
  }),
  ListViewItem: ListView({
    children: [
      ListViewItem({
        gap: 3,
        onClickAction: go,
        children: [
          Icon({ name: 'map-pin' }),
          Col({ children: [Text({ value: 'Lisbon', weight: 'medium' }), Caption({ value: 'Two nights' })] }),
          Spacer({}),
          Badge({ label: 'New', color: 'success' }),
        ],
      }),
    ],
  }),
  Basic: Basic({
    gap: 2,
    children: [Title({ value: 'No frame' }), Text({ value: 'A root without a card around it.' })],
  }),
  Box: Card({
    children: [
      Box({
        padding: 4,
        radius: 'lg',
        border: 1,
        background: { light: 'blue-50', dark: 'blue-900' },
        children: [Text({ value: 'Padding, border, radius, background' })],
      }),
    ],
  }),
  Row: Card({ children: [Row({ gap: 2, wrap: 'wrap', children: ['One', 'Two', 'Three'].map(swatch) })] }),
  Col: Card({ children: [Col({ gap: 2, align: 'stretch', children: ['One', 'Two', 'Three'].map(swatch) })] }),
  Form: Card({
    children: [
      Form({
        gap: 3,
        onSubmitAction: { type: 'sample.submit' },
        children: [
          Label({ value: 'Your name', fieldName: 'name' }),
          Input({ name: 'name', required: true, placeholder: 'Ada Lovelace' }),
          Row({ children: [Button({ label: 'Save', submit: true, style: 'primary' })] }),
        ],
      }),
    ],
  }),
  Transition: Card({
    children: [Transition({ children: Text({ key: 'first', value: 'Comes and goes softly when it is replaced.' }) })],
  }),
  Table: Card({
    size: 'full',
    children: [
      Table({
        children: [
          Table.Row({
            header: true,
            children: ['Peak', 'Height'].map((value) => Table.Cell({ children: [Text({ value })] })),
          }),
          Table.Row({ children: ['Everest', '8,849 m'].map((value) => Table.Cell({ children: [Text({ value })] })) }),
          Table.Row({ children: ['K2', '8,611 m'].map((value) => Table.Cell({ children: [Text({ value })] })) }),
        ],
      }),
    ],
  }),
  'Table.Row': Card({
    size: 'full',
    children: [
      Table({
        children: [
          Table.Row({ header: true, children: [Table.Cell({ children: [Text({ value: 'A header row' })] })] }),
          Table.Row({ children: [Table.Cell({ children: [Text({ value: 'A plain row' })] })] }),
        ],
      }),
    ],
  }),
  'Table.Cell': Card({
    size: 'full',
    children: [
      Table({
        children: [
          Table.Row({
            children: [
              Table.Cell({ colSize: 'lg', children: [Text({ value: 'Wide' })] }),
              Table.Cell({ align: 'end', children: [Badge({ label: 'End' })] }),
            ],
          }),
        ],
      }),
    ],
  }),
  Text: Card({
    children: [
      Text({ value: 'Plain text' }),
      Text({ value: 'Secondary, small, italic', color: 'secondary', size: 'sm', italic: true }),
      Text({ value: 'Edit me', editable: { name: 'note', placeholder: 'A note' } }),
    ],
  }),
  Title: Card({
    children: [
      Title({ value: 'Small', size: 'sm' }),
      Title({ value: 'Medium' }),
      Title({ value: 'Large', size: 'xl' }),
    ],
  }),
  Caption: Card({ children: [Caption({ value: 'Updated a minute ago' }), Caption({ value: 'Smaller', size: 'sm' })] }),
  Markdown: Card({
    children: [Markdown({ value: 'Some **bold** words, a [link](https://example.com) and\n\n- a list\n- of two' })],
  }),
  Label: Card({
    children: [Label({ value: 'Email', fieldName: 'email' }), Input({ name: 'email', inputType: 'email' })],
  }),
  Badge: Card({
    children: [
      Row({
        gap: 2,
        wrap: 'wrap',
        children: (['secondary', 'success', 'danger', 'warning', 'info', 'discovery'] as const).map((color) =>
          Badge({ label: color, color }),
        ),
      }),
    ],
  }),
  Icon: Card({
    children: [
      Row({
        gap: 3,
        children: (['sparkle', 'calendar', 'globe', 'bolt', 'mail', 'user'] as const).map((name) =>
          Icon({ name, size: 'xl' }),
        ),
      }),
    ],
  }),
  Image: Card({ children: [Image({ src: picture, alt: 'Hills under a yellow sun', height: 120, width: '100%' })] }),
  Button: Card({
    children: [
      Row({
        gap: 2,
        wrap: 'wrap',
        children: [
          Button({ label: 'Primary', style: 'primary', onClickAction: go }),
          Button({ label: 'Secondary', onClickAction: go }),
          Button({ label: 'Delete', color: 'danger', variant: 'soft', iconStart: 'empty-circle', onClickAction: go }),
        ],
      }),
    ],
  }),
  Divider: Card({ children: [Text({ value: 'Above' }), Divider({ flush: true }), Text({ value: 'Below' })] }),
  Spacer: Card({ children: [Row({ children: [Text({ value: 'Left' }), Spacer({}), Text({ value: 'Right' })] })] }),
  Chart: Card({
    children: [
      Title({ value: 'Visits' }),
      Chart({
        height: 180,
        xAxis: 'month',
        showLegend: true,
        data: [
          { month: 'Jan', visits: 12, sales: 4 },
          { month: 'Feb', visits: 18, sales: 7 },
          { month: 'Mar', visits: 15, sales: 9 },
        ],
        series: [
          { type: 'bar', dataKey: 'visits', label: 'Visits' },
          { type: 'line', dataKey: 'sales', label: 'Sales' },
        ],
      }),
    ],
  }),
  Input: Card({
    children: [
      Label({ value: 'Stake', fieldName: 'stake' }),
      Input({ name: 'stake', inputType: 'number', placeholder: '10' }),
    ],
  }),
  Textarea: Card({
    children: [
      Label({ value: 'Message', fieldName: 'message' }),
      Textarea({ name: 'message', rows: 3, autoResize: true }),
    ],
  }),
  Select: Card({
    children: [
      Label({ value: 'Seat', fieldName: 'seat' }),
      Select({
        name: 'seat',
        placeholder: 'Choose a seat',
        options: [
          { value: 'aisle', label: 'Aisle' },
          { value: 'window', label: 'Window' },
        ],
      }),
    ],
  }),
  DatePicker: Card({
    children: [
      Label({ value: 'Departure', fieldName: 'departure' }),
      DatePicker({ name: 'departure', placeholder: 'Pick a day' }),
    ],
  }),
  Checkbox: Card({ children: [Checkbox({ name: 'updates', label: 'Send me updates', defaultChecked: true })] }),
  RadioGroup: Card({
    children: [
      RadioGroup({
        name: 'speed',
        ariaLabel: 'Speed',
        direction: 'col',
        defaultValue: 'fast',
        options: [
          { value: 'fast', label: 'Fast' },
          { value: 'steady', label: 'Steady' },
        ],
      }),
    ],
  }),
}
