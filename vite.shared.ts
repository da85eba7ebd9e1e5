import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { type Plugin, preprocessCSS, type ResolvedConfig, type UserConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/**
 * Gives style modules of apps-sdk-ui as class names only: their rules are part of our own sheet (src/render/styles.ts),
 * which shadow roots adopt, so nothing may land in the document or in a file beside the bundle.
 */
function classNamesOnly(): Plugin {
  const prefix = '\0class-names:'
  let config: ResolvedConfig
  return {
    name: 'parlor:class-names-only',
    enforce: 'pre',
    configResolved(resolved) {
      config = resolved
    },
    async resolveId(source, importer) {
      if (!source.endsWith('.module.css')) return null
      const file = await this.resolve(source, importer, { skipSelf: true })
      return file && /@openai\/apps-sdk-ui\//.test(file.id) ? `${prefix}${file.id}.js` : null
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null
      const file = id.slice(prefix.length, -'.js'.length)
      const { modules } = await preprocessCSS(await readFile(file, 'utf8'), file, config)
      return `export default ${JSON.stringify(modules)}`
    },
  }
}

/** Radix asks `document.activeElement`; seen from outside a shadow root that is only the host, and arrow keys stop working. */
function focusInsideShadowRoots(): Pick<Plugin, 'name' | 'transform'> {
  const focused = `((e) => { while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; return e })(document.activeElement)`
  return {
    name: 'parlor:focus-inside-shadow-roots',
    transform: {
      filter: { id: /node_modules\/(@radix-ui|@openai\/apps-sdk-ui)\//, code: 'document.activeElement' },
      handler: (code) => code.replace(/\bdocument\.activeElement\b/g, focused),
    },
  }
}

/** What every Vite build of this repo shares: our sources instead of dist, and popovers that stay inside a shadow root. */
export const shared = {
  plugins: [react(), tailwindcss(), classNamesOnly(), focusInsideShadowRoots()],
  resolve: {
    conditions: ['parlor-source', 'module', 'browser', 'development|production'],
    alias: { '@radix-ui/react-portal': path('./src/render/portal/radix-portal.tsx') },
  },
  optimizeDeps: { rolldownOptions: { plugins: [focusInsideShadowRoots()] } },
} satisfies UserConfig
