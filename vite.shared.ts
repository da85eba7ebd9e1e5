import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { UserConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** What every Vite build of this repo shares: our sources instead of dist, and popovers that stay inside a shadow root. */
export const shared = {
  plugins: [react(), tailwindcss()],
  resolve: {
    conditions: ['parlor-source', 'module', 'browser', 'development|production'],
    alias: { '@radix-ui/react-portal': path('./src/render/portal/radix-portal.tsx') },
  },
} satisfies UserConfig
