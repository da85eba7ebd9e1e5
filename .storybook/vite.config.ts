import { defineConfig } from 'vite'

/** Storybook takes nothing from the playground's config; `main.ts` adds what all builds share. */
export default defineConfig({})
