import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  Badge,
  badgeColors,
  badgeSizes,
  badgeVariants,
  Caption,
  Card,
  Col,
  captionSizes,
  Input,
  Label,
  Markdown,
  Text,
  Title,
  textAligns,
  textColors,
  textSizes,
  titleSizes,
  weights,
} from 'parlor/kit'
import { useEffect, useState } from 'react'
import { Examples, each, line, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Text' }
export default meta
type Story = StoryObj

const long =
  'Mount Everest, known locally as Sagarmatha or Qomolangma, is Earth’s highest mountain above sea level. It lies in the Mahalangur Himal.'

export const Sizes: Story = {
  name: 'Text',
  render: () => (
    <Examples
      of={{
        ...each(textSizes, (size) => Text({ value: `Size ${size}`, size })),
        italic: Text({ value: 'In other words', italic: true }),
        lineThrough: Text({ value: 'Done', lineThrough: true }),
        truncate: Text({ value: long, truncate: true }),
        'maxLines 2': Text({ value: long, maxLines: 2, width: 320 }),
        'minLines 3': Text({ value: 'Three lines are kept free', minLines: 3 }),
        'several lines': Text({ value: 'First line\nSecond line' }),
      }}
    />
  ),
}

export const Weights: Story = {
  name: 'Text: weight and align',
  render: () => (
    <Examples
      of={{
        ...each(weights, (weight) => Text({ value: weight, weight })),
        ...each(textAligns, (textAlign) => Text({ value: `textAlign ${textAlign}`, textAlign })),
      }}
    />
  ),
}

export const Colors: Story = {
  name: 'Text: color',
  render: () => (
    <Shown
      widget={Card({
        children: [
          ...textColors.map((color) => Text({ key: color, value: color, color })),
          Text({ value: 'purple-500 or purple-200', color: { light: 'purple-500', dark: 'purple-200' } }),
          Text({ value: 'light or dark', color: { light: '#7a1fa2', dark: '#d3a4ff' } }),
        ],
      })}
    />
  ),
}

/** The text is a field: it looks like the text it replaces, and grows with its lines. */
export const EditableText: Story = {
  name: 'Text: editable',
  render: () => (
    <Shown
      widget={Card({
        asForm: true,
        status: { text: 'Draft', icon: 'mail' },
        confirm: { label: 'Send', action: { type: 'mail.send' } },
        children: [
          Text({
            value: 'Lunch on Friday?',
            size: 'lg',
            weight: 'semibold',
            editable: { name: 'subject', required: true },
          }),
          Text({ value: 'Hi all,\n\nthe place by the river at noon?', minLines: 4, editable: { name: 'body' } }),
          Text({ value: '', editable: { name: 'note', placeholder: 'Add a note' } }),
        ],
      })}
    />
  ),
}

export const Streaming: Story = {
  name: 'Text: streaming',
  render: function StreamingText() {
    const words = useGrowing(long.split(' '))
    return (
      <Shown
        widget={Card({
          children: [Text({ id: 'text', value: words.join(' '), streaming: words.length < long.split(' ').length })],
        })}
      />
    )
  },
}

export const Titles: Story = {
  name: 'Title',
  render: () => (
    <Shown
      widget={Card({
        size: 'full',
        children: titleSizes.map((size) => Title({ key: size, value: `Title ${size}`, size })),
      })}
    />
  ),
}

export const Captions: Story = {
  name: 'Caption',
  render: () => <Examples of={each(captionSizes, (size) => Caption({ value: `Caption ${size}`, size }))} />,
}

export const Labels: Story = {
  name: 'Label',
  render: () => (
    <Examples
      of={each(textSizes, (size) =>
        Col({ gap: 1, children: [Label({ value: `Label ${size}`, fieldName: size, size }), Input({ name: size })] }),
      )}
    />
  ),
}

export const Badges: Story = {
  name: 'Badge',
  render: () => (
    <Examples
      of={{
        ...each(badgeVariants, (variant) =>
          line(...badgeColors.map((color) => Badge({ key: color, label: color, color, variant }))),
        ),
        sizes: line(...badgeSizes.map((size) => Badge({ key: size, label: size, size }))),
        'pill: false': line(
          ...badgeSizes.map((size) => Badge({ key: size, label: size, size, pill: false, color: 'info' })),
        ),
      }}
    />
  ),
}

const document = `# A heading

Text with **bold**, *italic*, ~~struck~~, \`code\` and a [link](https://example.com).

## Lists

- one
- two
  - nested
- three

1. first
2. second

- [x] done
- [ ] to do

> A quote, with a second line
> that belongs to it.

| Mountain | Height |
| --- | ---: |
| Everest | 8,849 m |
| K2 | 8,611 m |

\`\`\`ts
const highest = mountains.reduce((one, other) => (one.height > other.height ? one : other), mountains[0])
\`\`\`

---

The end, with <b>raw HTML</b> shown as text.`

export const MarkdownDocument: Story = {
  name: 'Markdown',
  render: () => <Shown widget={Card({ size: 'full', children: [Markdown({ value: document })] })} />,
}

export const MarkdownStreaming: Story = {
  name: 'Markdown: streaming',
  render: function StreamingMarkdown() {
    const pieces = document.match(/[\s\S]{1,12}/g) ?? []
    const shown = useGrowing(pieces)
    return (
      <Shown
        widget={Card({
          size: 'full',
          children: [Markdown({ id: 'text', value: shown.join(''), streaming: shown.length < pieces.length })],
        })}
      />
    )
  },
}

/** One piece more at every tick. */
function useGrowing(pieces: readonly string[]): readonly string[] {
  const [count, setCount] = useState(1)
  useEffect(() => {
    if (count >= pieces.length) return
    const timer = setTimeout(() => setCount(count + 1), 40)
    return () => clearTimeout(timer)
  }, [count, pieces.length])
  return pieces.slice(0, count)
}
