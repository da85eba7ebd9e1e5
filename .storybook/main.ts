import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'
import { shared } from '../vite.shared.ts'

/** Stories of widgets, of the kit's components, and of the element's views. */
const config: StorybookConfig = {
  framework: { name: '@storybook/react-vite', options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } } },
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true },
  viteFinal: (vite) => mergeConfig(vite, shared),
}

export default config
