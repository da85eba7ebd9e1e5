import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { Badge, badgeSchema } from './badge.ts'
import type { Basic, basicSchema } from './basic.ts'
import type { Box, boxSchema } from './box.ts'
import type { Button, buttonSchema } from './button.ts'
import type { Caption, captionSchema } from './caption.ts'
import type { Card, cardSchema } from './card.ts'
import type { Chart, chartSchema } from './chart.ts'
import type { Checkbox, checkboxSchema } from './checkbox.ts'
import type { Col, colSchema } from './col.ts'
import type { DatePicker, datePickerSchema } from './date-picker.ts'
import type { Divider, dividerSchema } from './divider.ts'
import type { Form, formSchema } from './form.ts'
import type { Icon, iconSchema } from './icon.ts'
import type { Image, imageSchema } from './image.ts'
import type { Input, inputSchema } from './input.ts'
import type { Label, labelSchema } from './label.ts'
import type { ListView, listViewSchema } from './list-view.ts'
import type { ListViewItem, listViewItemSchema } from './list-view-item.ts'
import type { Markdown, markdownSchema } from './markdown.ts'
import type { RadioGroup, radioGroupSchema } from './radio-group.ts'
import type { Row, rowSchema } from './row.ts'
import type { Select, selectSchema } from './select.ts'
import type { Spacer, spacerSchema } from './spacer.ts'
import type { Table, TableCell, TableRow, tableCellSchema, tableRowSchema, tableSchema } from './table.ts'
import type { Text, textSchema } from './text.ts'
import type { Textarea, textareaSchema } from './textarea.ts'
import type { Title, titleSchema } from './title.ts'
import type { Transition, transitionSchema } from './transition.ts'

test('what a schema lets through is exactly its interface', () => {
  expectTypeOf<z.infer<typeof badgeSchema>>().toEqualTypeOf<Badge>()
  expectTypeOf<z.infer<typeof basicSchema>>().toEqualTypeOf<Basic>()
  expectTypeOf<z.infer<typeof boxSchema>>().toEqualTypeOf<Box>()
  expectTypeOf<z.infer<typeof buttonSchema>>().toEqualTypeOf<Button>()
  expectTypeOf<z.infer<typeof captionSchema>>().toEqualTypeOf<Caption>()
  expectTypeOf<z.infer<typeof cardSchema>>().toEqualTypeOf<Card>()
  expectTypeOf<z.infer<typeof chartSchema>>().toEqualTypeOf<Chart>()
  expectTypeOf<z.infer<typeof checkboxSchema>>().toEqualTypeOf<Checkbox>()
  expectTypeOf<z.infer<typeof colSchema>>().toEqualTypeOf<Col>()
  expectTypeOf<z.infer<typeof datePickerSchema>>().toEqualTypeOf<DatePicker>()
  expectTypeOf<z.infer<typeof dividerSchema>>().toEqualTypeOf<Divider>()
  expectTypeOf<z.infer<typeof formSchema>>().toEqualTypeOf<Form>()
  expectTypeOf<z.infer<typeof iconSchema>>().toEqualTypeOf<Icon>()
  expectTypeOf<z.infer<typeof imageSchema>>().toEqualTypeOf<Image>()
  expectTypeOf<z.infer<typeof inputSchema>>().toEqualTypeOf<Input>()
  expectTypeOf<z.infer<typeof labelSchema>>().toEqualTypeOf<Label>()
  expectTypeOf<z.infer<typeof listViewItemSchema>>().toEqualTypeOf<ListViewItem>()
  expectTypeOf<z.infer<typeof listViewSchema>>().toEqualTypeOf<ListView>()
  expectTypeOf<z.infer<typeof markdownSchema>>().toEqualTypeOf<Markdown>()
  expectTypeOf<z.infer<typeof radioGroupSchema>>().toEqualTypeOf<RadioGroup>()
  expectTypeOf<z.infer<typeof rowSchema>>().toEqualTypeOf<Row>()
  expectTypeOf<z.infer<typeof selectSchema>>().toEqualTypeOf<Select>()
  expectTypeOf<z.infer<typeof spacerSchema>>().toEqualTypeOf<Spacer>()
  expectTypeOf<z.infer<typeof tableSchema>>().toEqualTypeOf<Table>()
  expectTypeOf<z.infer<typeof tableRowSchema>>().toEqualTypeOf<TableRow>()
  expectTypeOf<z.infer<typeof tableCellSchema>>().toEqualTypeOf<TableCell>()
  expectTypeOf<z.infer<typeof textSchema>>().toEqualTypeOf<Text>()
  expectTypeOf<z.infer<typeof textareaSchema>>().toEqualTypeOf<Textarea>()
  expectTypeOf<z.infer<typeof titleSchema>>().toEqualTypeOf<Title>()
  expectTypeOf<z.infer<typeof transitionSchema>>().toEqualTypeOf<Transition>()
})
