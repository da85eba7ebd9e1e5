import type { Decorator, Preview } from '@storybook/react-vite'
import { axeExemptions } from '../stories/axe-exemptions.ts'
import { type Scheme, SchemeProvider } from '../stories/scheme.tsx'

const panel = { padding: 24, flex: '1 1 0', minWidth: 0, minHeight: '100vh', boxSizing: 'border-box' } as const
const grounds: Record<Scheme, string> = { light: '#ffffff', dark: '#212121' }

/** Draws the story on the ground of the chosen scheme, or in both schemes side by side. */
const inScheme: Decorator = (Story, { globals }) => {
  const schemes: readonly Scheme[] =
    globals.scheme === 'both' ? ['light', 'dark'] : [globals.scheme === 'dark' ? 'dark' : 'light']
  return (
    <div style={{ display: 'flex', minHeight: '100vh' }}>
      {schemes.map((scheme) => (
        <div key={scheme} style={{ ...panel, background: grounds[scheme], colorScheme: scheme }}>
          <SchemeProvider value={scheme}>
            <Story />
          </SchemeProvider>
        </div>
      ))}
    </div>
  )
}

const preview: Preview = {
  decorators: [inScheme],
  initialGlobals: { scheme: import.meta.env.STORYBOOK_SCHEME ?? 'light' },
  globalTypes: {
    scheme: {
      description: 'Colour scheme',
      toolbar: { title: 'Scheme', icon: 'mirror', items: ['light', 'dark', 'both'], dynamicTitle: true },
    },
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error', config: { rules: axeExemptions.map(({ rule }) => ({ id: rule, enabled: false })) } },
    controls: { expanded: true },
  },
}

export default preview
