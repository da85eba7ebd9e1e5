import type { Meta, StoryObj } from '@storybook/react-vite'
import { Box, Button, Card, Image, imageFits, imagePositions, Row, Text, Title } from 'parlor/kit'
import { landscape, portrait } from './pictures.ts'
import { Examples, each, line, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Content' }
export default meta
type Story = StoryObj

export const Images: Story = {
  name: 'Image',
  render: () => (
    <Examples
      of={{
        'as it is': Image({ src: portrait, alt: 'A portrait' }),
        'size 48, full radius, frame': Image({
          src: portrait,
          alt: 'A portrait',
          size: 48,
          radius: 'full',
          frame: true,
        }),
        'height 120': Image({ src: landscape, alt: 'Mountains', height: 120 }),
        'aspectRatio 21/9': Image({ src: landscape, alt: 'Mountains', aspectRatio: '21/9', maxWidth: 420 }),
        'cannot be loaded': Image({ src: 'https://nowhere.invalid/x.png', alt: 'Missing', size: 64 }),
        'not allowed': Image({ src: 'javascript:alert(1)', alt: 'Refused', size: 64 }),
      }}
    />
  ),
}

export const ImageFits: Story = {
  name: 'Image: fit and position',
  render: () => (
    <Examples
      of={{
        ...each(imageFits, (fit) => Image({ src: landscape, alt: fit, width: 160, height: 80, fit, frame: true })),
        positions: line(
          ...imagePositions.map((position) =>
            Image({ key: position, src: landscape, alt: position, size: 72, fit: 'none', position, frame: true }),
          ),
        ),
      }}
    />
  ),
}

/** The picture runs to the edges of the card. */
export const ImageFlush: Story = {
  name: 'Image: flush',
  render: () => (
    <Shown
      widget={Card({
        size: 'sm',
        children: [
          Image({ src: landscape, alt: 'Mountains', flush: true, height: 160 }),
          Title({ value: 'Annapurna circuit' }),
          Text({ value: 'Two weeks, 160 km, one pass.', color: 'secondary' }),
          Row({
            gap: 2,
            children: [
              Button({ label: 'Book', style: 'primary', onClickAction: { type: 'book' } }),
              Button({ label: 'Save', onClickAction: { type: 'save' } }),
            ],
          }),
        ],
      })}
    />
  ),
}

/** A gradient to the edge of a card without padding, as in ChatKit's own samples. */
export const FullBleed: Story = {
  render: () => (
    <Shown
      widget={Card({
        size: 'sm',
        padding: 0,
        children: [
          Box({
            padding: 5,
            gap: 3,
            align: 'center',
            background: 'linear-gradient(111deg, #1769c8 0%, #258ae3 56.92%, #31a3f8 100%)',
            children: [
              Image({ src: portrait, alt: 'Mochi', width: 90, height: 110, radius: '2xl' }),
              Title({ value: 'Mochi', color: 'white' }),
              Text({ value: 'Calico, 2 years', color: 'white', size: 'sm' }),
            ],
          }),
        ],
      })}
    />
  ),
}
