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
  const files = new Map<string, string>()
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
      const [, name] = /@openai\/apps-sdk-ui\/.*\/(\w+\/\w+)\.module\.css$/.exec(file?.id ?? '') ?? []
      if (!file || !name) return null
      files.set(prefix + name, file.id)
      return prefix + name
    },
    async load(id) {
      const file = files.get(id)
      if (file === undefined) return null
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

/** In tests, takes single icons instead of the index of all 745, whose loading would cost every test file seconds. */
function iconsOneByOne(): Plugin {
  const statement = /import \{([^}]*)\} from ['"](?:@openai\/apps-sdk-ui\/components|\.\.)\/Icon['"]/g
  const folder = path('./node_modules/@openai/apps-sdk-ui/dist/es/components/Icon/svg')
  return {
    name: 'parlor:icons-one-by-one',
    enforce: 'pre',
    apply: () => process.env.VITEST !== undefined,
    transform: {
      filter: { id: /\/src\/|\/@openai\/apps-sdk-ui\//, code: '/Icon' },
      handler: (code) => code.replace(statement, (_, names: string) => names.split(',').map(importIcon).join(';')),
    },
  }
  function importIcon(specifier: string): string {
    const [name, local = name] = specifier.trim().split(/\s+as\s+/)
    return name ? `import ${local} from '${folder}/${name}.js'` : ''
  }
}

/** What every Vite build of this repo shares: our sources instead of dist, and popovers that stay inside a shadow root. */
export const shared = {
  plugins: [react(), tailwindcss(), classNamesOnly(), focusInsideShadowRoots(), iconsOneByOne()],
  resolve: {
    conditions: ['parlor-source', 'module', 'browser', 'development|production'],
    alias: { '@radix-ui/react-portal': path('./src/render/portal/radix-portal.tsx') },
  },
  optimizeDeps: { rolldownOptions: { plugins: [focusInsideShadowRoots()] } },
} satisfies UserConfig
