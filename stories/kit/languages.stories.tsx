import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  Badge,
  Button,
  Card,
  Chart,
  Checkbox,
  DatePicker,
  Input,
  Label,
  ListView,
  ListViewItem,
  Markdown,
  RadioGroup,
  Row,
  Select,
  Spacer,
  Text,
  Title,
  type WidgetRoot,
} from 'parlor/kit'
import { WidgetView } from 'parlor/render'
import { expect, userEvent, waitFor } from 'storybook/test'
import { useScheme } from '../scheme.tsx'
import { inWidget } from '../widgets/in-widget.ts'
import { onAction } from './shown.tsx'

const meta: Meta = { title: 'Kit/Languages' }
export default meta
type Story = StoryObj

function In({ locale, widget }: { locale: string; widget: WidgetRoot }) {
  return <WidgetView widget={widget} locale={locale} scheme={useScheme()} onAction={onAction} />
}

const sizes = [
  { value: 's', label: 'صغير' },
  { value: 'm', label: 'متوسط' },
  { value: 'l', label: 'Large' },
]

const form = Card({
  size: 'md',
  asForm: true,
  status: { text: 'حجز', icon: 'calendar' },
  confirm: { label: 'احجز', action: { type: 'book' } },
  cancel: { label: 'إلغاء', action: { type: 'cancel' } },
  children: [
    Row({ children: [Title({ value: 'رحلة إلى توبقال' }), Spacer({}), Badge({ label: 'جديد', color: 'info' })] }),
    Text({ value: 'An English text keeps its own order, and its full stop.' }),
    Label({ value: 'البريد الإلكتروني', fieldName: 'mail' }),
    Input({ name: 'mail', inputType: 'email', required: true, placeholder: 'اكتب عنوانك' }),
    Label({ value: 'التاريخ', fieldName: 'day' }),
    DatePicker({ name: 'day', defaultValue: '2026-03-15', clearable: true }),
    Label({ value: 'المقاس', fieldName: 'size' }),
    Select({ name: 'size', options: sizes, defaultValue: 'm', clearable: true }),
    RadioGroup({ name: 'level', ariaLabel: 'المستوى', options: sizes, defaultValue: 's' }),
    Checkbox({ name: 'guide', label: 'مع مرشد', defaultChecked: true }),
    Row({ children: [Button({ label: 'التالي', iconEnd: 'chevron-right', onClickAction: { type: 'next' } })] }),
  ],
})

/** Every control from right to left. */
export const ArabicForm: Story = { render: () => <In locale="ar" widget={form} /> }

/** The month in Arabic words, weeks that begin on Saturday, and arrow keys that lead where they point. */
export const ArabicCalendar: Story = {
  render: () => <In locale="ar-EG" widget={form} />,
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    await userEvent.click(await card.findByRole('button', { name: 'التاريخ' }))
    const day = await card.findByRole('button', { name: /الأحد.*١٥ مارس ٢٠٢٦/ })
    await waitFor(() => expect(day.getRootNode()).toHaveProperty('activeElement', day))
    await userEvent.keyboard('{ArrowLeft}')
    const next = await card.findByRole('button', { name: /الاثنين.*١٦ مارس ٢٠٢٦/ })
    await waitFor(() => expect(next.getRootNode()).toHaveProperty('activeElement', next))
    await expect(card.getAllByRole('columnheader')[0]).toHaveAttribute('abbr', 'السبت')
  },
}

/** What the browser refuses is said in the widget's language, not the browser's. */
export const ArabicValidation: Story = {
  render: () => <In locale="ar" widget={form} />,
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    await userEvent.click(await card.findByRole('button', { name: 'احجز' }))
    const mail = card.getByRole('textbox', { name: 'البريد الإلكتروني' })
    await expect(mail).toHaveProperty('validationMessage', 'يُرجى ملء هذا الحقل.')
  },
}

const rows = ListView({
  limit: 2,
  status: { text: 'نتائج', icon: 'search' },
  children: ['جبل توبقال', 'وادي أوريكا', 'Imlil', 'شلالات أوزود'].map((place) =>
    ListViewItem({
      key: place,
      onClickAction: { type: 'open', payload: { place } },
      children: [Text({ value: place }), Spacer({}), Text({ value: '12 كم', size: 'sm' })],
    }),
  ),
})

export const ArabicList: Story = { render: () => <In locale="ar" widget={rows} /> }

const chart = Card({
  size: 'md',
  children: [
    Markdown({ value: 'الصعود **بالأمتار**:\n\n- اليوم الأول\n- اليوم الثاني' }),
    Chart({
      data: [
        { day: 'السبت', climb: 310, walk: 1200 },
        { day: 'الأحد', climb: 420, walk: 900 },
        { day: 'الاثنين', climb: 150, walk: 1500 },
      ],
      series: [
        { type: 'bar', dataKey: 'climb', label: 'الصعود' },
        { type: 'line', dataKey: 'walk', label: 'المشي' },
      ],
      xAxis: 'day',
      showYAxis: true,
    }),
  ],
})

/** The axes begin on the right. */
export const ArabicChart: Story = { render: () => <In locale="ar" widget={chart} /> }

export const GermanList: Story = { render: () => <In locale="de" widget={rows} /> }

/** Weeks begin on Sunday, months are numbers. */
export const JapaneseCalendar: Story = {
  render: () => <In locale="ja" widget={form} />,
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    await userEvent.click(await card.findByRole('button', { name: 'التاريخ' }))
    await waitFor(() => expect(card.getByText('2026年3月')).toBeVisible())
    await expect(card.getByRole('button', { name: '次の月' })).toBeEnabled()
  },
}
