import type { Meta, StoryObj } from '@storybook/react-vite'
import { Basic, Box, Caption, Col, Icon, iconNames, iconSizes, Row } from 'parlor/kit'
import { Examples, line, Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Icons' }
export default meta
type Story = StoryObj

const named = (name: string) =>
  Col({
    key: name,
    width: 104,
    align: 'center',
    gap: 1,
    children: [Icon({ name, size: 'xl' }), Caption({ value: name, size: 'sm', textAlign: 'center' })],
  })

export const All: Story = {
  name: 'Icon: every name',
  render: () => <Shown widget={Basic({ children: [Row({ wrap: 'wrap', gap: 4, children: iconNames.map(named) })] })} />,
}

export const Icons: Story = {
  name: 'Icon',
  render: () => (
    <Examples
      of={{
        sizes: line(...iconSizes.map((size) => Icon({ key: size, name: 'globe', size }))),
        colors: line(
          Icon({ name: 'star-filled', color: 'yellow-500', size: 'xl' }),
          Icon({ name: 'check-circle-filled', color: 'success', size: 'xl' }),
          Icon({ name: 'bolt', color: { light: '#7a1fa2', dark: '#d3a4ff' }, size: 'xl' }),
        ),
        'lucide:': line(
          ...['lucide:heart', 'lucide:plane', 'lucide:cloud-rain', 'lucide:mountain'].map((name) =>
            Icon({ key: name, name, size: 'xl' }),
          ),
        ),
        unknown: line(
          Icon({ name: 'no-such-icon', size: 'xl' }),
          Icon({ name: 'vendor:thing', size: 'xl' }),
          Icon({ name: 'lucide:no-such', size: 'xl' }),
        ),
        'in a box': Box({
          size: 40,
          radius: 'full',
          background: 'blue-500',
          align: 'center',
          justify: 'center',
          children: [Icon({ name: 'map-pin', color: 'white', size: 'lg' })],
        }),
      }}
    />
  ),
}
