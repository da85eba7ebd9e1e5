import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  type SearchProgressInput,
  searchDone,
  searchEmpty,
  searchFailed,
  searchFrench,
  searchProgress,
  searchStart,
  searchStep1,
  searchStep2,
  searchTwo,
} from 'parlor/widgets/search-progress'
import { Shown } from '../kit/shown.tsx'

const meta = {
  title: 'Widgets/Search progress',
  render: (state: SearchProgressInput) => <Shown widget={searchProgress(state)} />,
} satisfies Meta<SearchProgressInput>

export default meta
type Story = StoryObj<typeof meta>

/** Nothing found yet. */
export const Start: Story = { args: searchStart }

export const OneResult: Story = { args: searchStep1 }

export const ThreeResults: Story = { args: searchStep2 }

export const Done: Story = { args: searchDone }

/** Broken off: what was found stays. */
export const Failed: Story = { args: searchFailed }

export const Empty: Story = { args: searchEmpty }

/** Two queries in one card, one of them done. */
export const TwoQueries: Story = { args: searchTwo }

export const French: Story = { args: { ...searchDone, messages: searchFrench } }
