import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  alignments,
  Box,
  borderStyles,
  Caption,
  Card,
  Col,
  Divider,
  directions,
  Form,
  Input,
  justifications,
  Row,
  radii,
  Spacer,
  surfaceColors,
  Text,
  Title,
  Transition,
} from 'parlor/kit'
import { useState } from 'react'
import { Examples, each, line, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Layout' }
export default meta
type Story = StoryObj

const tile = (label: string, size = 12) =>
  Box({
    background: 'surface-tertiary',
    padding: { x: 3, y: 2 },
    radius: 'md',
    minHeight: size,
    children: [Caption({ value: label })],
  })
const tiles = [tile('one'), tile('two', 56), tile('three')]

export const BoxDirections: Story = {
  name: 'Box',
  render: () => <Examples of={each(directions, (direction) => Box({ direction, gap: 2, children: tiles }))} />,
}

export const RowAlign: Story = {
  name: 'Row: align',
  render: () => <Examples of={each(alignments, (align) => Row({ align, gap: 2, children: tiles }))} />,
}

export const RowJustify: Story = {
  name: 'Row: justify',
  render: () => <Examples of={each(justifications, (justify) => Row({ justify, gap: 2, children: tiles }))} />,
}

export const ColAlign: Story = {
  name: 'Col: align',
  render: () => <Examples of={each(alignments, (align) => Col({ align, gap: 2, children: tiles }))} />,
}

export const Flex: Story = {
  render: () => (
    <Examples
      of={{
        'flex 1 and 2': Row({
          gap: 2,
          children: [Box({ flex: 1, children: [tile('1')] }), Box({ flex: 2, children: [tile('2')] })],
        }),
        'a long text gives way': Row({
          gap: 2,
          children: [
            Text({ value: 'A rather long text that has to give way to its neighbour', truncate: true }),
            tile('fixed'),
          ],
        }),
        wrap: Row({
          wrap: 'wrap',
          gap: 2,
          children: [...tiles, ...tiles, ...tiles, ...tiles].map((one, key) => ({ ...one, key: `${key}` })),
        }),
      }}
    />
  ),
}

export const Radius: Story = {
  name: 'Box: radius',
  render: () => (
    <Shown
      widget={Card({
        children: [
          line(
            ...radii.map((radius) =>
              Box({
                key: radius,
                radius,
                background: 'blue-100',
                size: 64,
                align: 'center',
                justify: 'center',
                children: [Caption({ value: radius, color: 'blue-900' })],
              }),
            ),
          ),
        ],
      })}
    />
  ),
}

export const Borders: Story = {
  name: 'Box: border',
  render: () => (
    <Examples
      of={{
        number: Box({ border: 1, padding: 3, children: [Text({ value: '1' })] }),
        'per side': Box({
          border: { left: { size: 4, color: 'orange-500' }, y: 1 },
          padding: 3,
          children: [Text({ value: 'left, top and bottom' })],
        }),
        ...each(borderStyles, (style) =>
          Box({
            border: { size: 3, style, color: 'strong' },
            padding: 3,
            radius: 'md',
            children: [Text({ value: style })],
          }),
        ),
      }}
    />
  ),
}

export const Backgrounds: Story = {
  name: 'Box: background',
  render: () => (
    <Examples
      of={{
        ...each(surfaceColors, (background) =>
          Box({ background, padding: 4, radius: 'lg', border: 1, children: [Text({ value: background })] }),
        ),
        'per scheme': Box({
          background: { light: 'yellow-100', dark: 'purple-900' },
          padding: 4,
          radius: 'lg',
          children: [Text({ value: 'yellow or purple' })],
        }),
        gradient: Box({
          background: 'linear-gradient(135deg, #0b2a6f, #7a1fa2)',
          padding: 4,
          radius: 'lg',
          children: [Text({ value: 'CSS gradient', color: 'white' })],
        }),
        'unknown palette colour': Box({
          background: 'teal-400',
          padding: 4,
          border: 1,
          radius: 'lg',
          children: [Text({ value: 'no background' })],
        }),
      }}
    />
  ),
}

export const Sizes: Story = {
  name: 'Box: sizes and spacing',
  render: () => (
    <Examples
      of={{
        'size 48': Box({ size: 48, background: 'surface-tertiary', children: [] }),
        'width 50%, aspectRatio 16/9': Box({
          width: '50%',
          aspectRatio: '16/9',
          background: 'surface-tertiary',
          children: [],
        }),
        'padding, side over axis': Box({
          padding: { x: 6, left: 1, y: 2 },
          border: 1,
          children: [Text({ value: 'left 4 px, right 24 px' })],
        }),
        'negative margin': Box({
          padding: 4,
          border: 1,
          children: [
            Box({
              margin: { x: -4 },
              background: 'surface-tertiary',
              padding: 2,
              children: [Text({ value: 'over the padding' })],
            }),
          ],
        }),
      }}
    />
  ),
}

export const Dividers: Story = {
  name: 'Divider',
  render: () => (
    <Shown
      widget={Card({
        children: [
          Text({ value: 'Default' }),
          Divider(),
          Text({ value: 'Flush' }),
          Divider({ flush: true }),
          Text({ value: 'Strong, 2 px, spacing 3' }),
          Divider({ color: 'strong', size: 2, spacing: 3 }),
          Row({ gap: 3, children: [Text({ value: 'In a row' }), Divider(), Text({ value: 'it stands' })] }),
        ],
      })}
    />
  ),
}

export const Spacers: Story = {
  name: 'Spacer',
  render: () => (
    <Examples
      of={{
        row: Row({ children: [tile('left'), Spacer(), tile('right')] }),
        'minSize 40': Row({ children: [tile('left'), Spacer({ minSize: 40 }), tile('right')] }),
        col: Col({ height: 140, children: [tile('top'), Spacer(), tile('bottom')] }),
      }}
    />
  ),
}

export const Forms: Story = {
  name: 'Form',
  render: () => (
    <Shown
      widget={Card({
        children: [
          Form({
            direction: 'row',
            gap: 2,
            onSubmitAction: { type: 'search' },
            children: [Input({ name: 'q', placeholder: 'Search, then Enter' })],
          }),
        ],
      })}
    />
  ),
}

/** Click the text: what goes fades out, what comes fades in. */
export const Transitions: Story = {
  name: 'Transition',
  render: function TransitionStory() {
    const [turn, setTurn] = useState(0)
    const child = turn % 3 === 2 ? null : Title({ key: `${turn % 3}`, value: turn % 3 === 0 ? 'Before' : 'After' })
    return (
      <>
        <Shown widget={Card({ children: [Transition({ children: child })] })} />
        <button type="button" onClick={() => setTurn(turn + 1)} style={{ marginTop: 16, padding: '6px 12px' }}>
          Next
        </button>
      </>
    )
  },
}
