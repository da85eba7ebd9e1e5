import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  Basic,
  Button,
  buttonColors,
  buttonIconSizes,
  Card,
  Checkbox,
  Col,
  controlSizes,
  controlVariants,
  directions,
  fieldVariants,
  gutterSizes,
  Input,
  inputTypes,
  Label,
  RadioGroup,
  Row,
  Textarea,
} from 'parlor/kit'
import { expect, userEvent, waitFor } from 'storybook/test'
import { inWidget } from '../widgets/in-widget.ts'
import { Examples, each, line, onAction, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Controls' }
export default meta
type Story = StoryObj

const click = { type: 'clicked' }
export const Buttons: Story = {
  name: 'Button',
  render: () => (
    <Examples
      of={{
        style: line(
          Button({ label: 'Primary', style: 'primary', onClickAction: click }),
          Button({ label: 'Secondary', onClickAction: click }),
        ),
        icons: line(
          Button({ label: 'Search', iconStart: 'search', onClickAction: click }),
          Button({ label: 'Next', iconEnd: 'chevron-right', onClickAction: click }),
          Button({ label: '', iconStart: 'plus', uniform: true, onClickAction: click }),
          Button({ label: '', iconStart: 'dots-horizontal', uniform: true, variant: 'ghost', onClickAction: click }),
        ),
        iconSize: line(
          ...buttonIconSizes.map((iconSize) =>
            Button({ key: iconSize, label: iconSize, iconStart: 'star', iconSize, onClickAction: click }),
          ),
        ),
        'pill: false': line(Button({ label: 'Square', pill: false, onClickAction: click })),
        disabled: line(
          Button({ label: 'Disabled', disabled: true }),
          Button({ label: 'Disabled', style: 'primary', disabled: true }),
        ),
        block: Button({ label: 'As wide as its container', block: true, onClickAction: click }),
        'a long label': Button({ label: 'A label that goes on '.repeat(12).trim(), onClickAction: click }),
      }}
    />
  ),
}

export const ButtonVariants: Story = {
  name: 'Button: color and variant',
  render: () => (
    <Examples
      of={each(controlVariants, (variant) =>
        line(
          ...buttonColors.map((color) => Button({ key: color, label: color, color, variant, onClickAction: click })),
        ),
      )}
    />
  ),
}

export const ButtonSizes: Story = {
  name: 'Button: size',
  render: () => (
    <Shown
      widget={Basic({
        children: [line(...controlSizes.map((size) => Button({ key: size, label: size, size, onClickAction: click })))],
      })}
    />
  ),
}

export const Inputs: Story = {
  name: 'Input',
  render: () => (
    <Examples
      of={{
        ...each(inputTypes, (inputType) => Input({ name: inputType, inputType, placeholder: inputType })),
        ...each(fieldVariants, (variant) => Input({ name: variant, variant, defaultValue: `variant ${variant}` })),
        pill: Input({ name: 'pill', pill: true, defaultValue: 'pill' }),
        disabled: Input({ name: 'disabled', disabled: true, defaultValue: 'disabled' }),
        'with a label': Col({
          gap: 1.5,
          children: [
            Label({ value: 'E-mail', fieldName: 'mail' }),
            Input({ name: 'mail', inputType: 'email', required: true }),
          ],
        }),
      }}
    />
  ),
}

export const InputSizes: Story = {
  name: 'Input: size and gutter',
  render: () => (
    <Examples
      of={{
        ...each(controlSizes, (size) => Input({ name: size, size, defaultValue: size })),
        ...Object.fromEntries(
          gutterSizes.map((size) => [
            `gutter ${size}`,
            Input({ name: `gutter-${size}`, gutterSize: size, defaultValue: size }),
          ]),
        ),
      }}
    />
  ),
}

export const Textareas: Story = {
  name: 'Textarea',
  render: () => (
    <Examples
      of={{
        default: Textarea({ name: 'a', placeholder: 'Three lines' }),
        'rows 5': Textarea({ name: 'b', rows: 5, defaultValue: 'Five lines' }),
        autoResize: Textarea({
          name: 'c',
          rows: 1,
          autoResize: true,
          defaultValue: 'Grows with its text\nup to ten lines',
        }),
        soft: Textarea({ name: 'd', variant: 'soft', defaultValue: 'soft' }),
        disabled: Textarea({ name: 'e', disabled: true, defaultValue: 'disabled' }),
      }}
    />
  ),
}

export const Checkboxes: Story = {
  name: 'Checkbox',
  render: () => (
    <Shown
      widget={Card({
        children: [
          Checkbox({ name: 'a', label: 'Off' }),
          Checkbox({ name: 'b', label: 'On', defaultChecked: true }),
          Checkbox({ name: 'c', label: 'Disabled', disabled: true }),
          Checkbox({ name: 'd', label: 'Disabled and on', disabled: true, defaultChecked: true }),
          Row({
            gap: 2,
            children: [Checkbox({ name: 'e' }), Label({ value: 'With a label of its own', fieldName: 'e' })],
          }),
        ],
      })}
    />
  ),
}

const speeds = [
  { value: 'slow', label: 'Slow' },
  { value: 'fast', label: 'Fast' },
  { value: 'instant', label: 'Instant' },
  { value: 'never', label: 'Never', disabled: true },
]

export const RadioGroups: Story = {
  name: 'RadioGroup',
  render: () => (
    <Examples
      of={{
        ...each(directions, (direction) =>
          RadioGroup({
            name: direction,
            direction,
            ariaLabel: `Speed, ${direction}`,
            options: speeds,
            defaultValue: 'fast',
          }),
        ),
        disabled: RadioGroup({
          name: 'off',
          ariaLabel: 'Speed, off',
          options: speeds,
          disabled: true,
          defaultValue: 'slow',
        }),
      }}
    />
  ),
}

/** Arrow keys choose, inside a shadow root too. */
export const RadioGroupKeys: Story = {
  name: 'RadioGroup: keyboard',
  render: () => (
    <Shown
      widget={Card({
        children: [
          RadioGroup({ name: 'speed', options: speeds, defaultValue: 'slow', onChangeAction: { type: 'changed' } }),
        ],
      })}
    />
  ),
  play: async ({ canvasElement }) => {
    const card = await inWidget(canvasElement)
    ;(await card.findByRole('radio', { name: 'Slow' })).focus()
    await userEvent.keyboard('{ArrowRight>}')
    await waitFor(() => expect(card.getByRole('radio', { name: 'Fast' })).toBeChecked())
    await userEvent.keyboard('{/ArrowRight}')
    await expect(onAction).toHaveBeenCalledWith(
      { type: 'changed', payload: { speed: 'fast' } },
      { handler: 'server', streaming: true },
    )
  },
}
