import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { type Plugin, preprocessCSS, type ResolvedConfig, type UserConfig } from 'vite'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

const appsSdkUi = path('./node_modules/@openai/apps-sdk-ui/dist/es/components')

/** The style modules of apps-sdk-ui that our drawing uses; what others build on comes first. */
const styleModules = [
  'Transition/TransitionGroup',
  'Indicator/LoadingIndicator',
  'Button/Button',
  'Badge/Badge',
  'Checkbox/Checkbox',
  'Input/Input',
  'RadioGroup/RadioGroup',
  'ShimmerText/ShimmerText',
  'Textarea/Textarea',
  'Popover/Popover',
  'Menu/Menu',
  'Tooltip/Tooltip',
]

/**
 * Splits the style modules of apps-sdk-ui: its components get class names only, and the rules of those we use are the text of
 * `virtual:apps-sdk-ui-styles`. Shadow roots adopt that text; nothing lands in the document or in a file beside the bundle.
 */
function stylesAsText(): Plugin {
  const rules = '\0apps-sdk-ui-styles'
  const names = '\0class-names:'
  const files = new Map<string, string>()
  let config: ResolvedConfig
  return {
    name: 'parlor:styles-as-text',
    enforce: 'pre',
    configResolved(resolved) {
      config = resolved
    },
    async resolveId(source, importer) {
      if (source === 'virtual:apps-sdk-ui-styles') return rules
      if (!source.endsWith('.module.css')) return null
      const file = await this.resolve(source, importer, { skipSelf: true })
      if (!file?.id.startsWith(`${appsSdkUi}/`)) return null
      const id = names + file.id.slice(appsSdkUi.length + 1, -'.module.css'.length)
      files.set(id, file.id)
      return id
    },
    async load(id) {
      if (id === rules) {
        const imports = styleModules.map((name, at) => `import s${at} from '${appsSdkUi}/${name}.module.css?inline'`)
        return `${imports.join('\n')}\nexport default [${styleModules.map((_, at) => `s${at}`)}].join('\\n')`
      }
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

/**
 * Takes single icons instead of the index of all 745: its loading would cost every test file seconds, and a build would put all
 * icons in use into one chunk, with those that load later.
 */
function iconsOneByOne(): Plugin {
  const statement = /import \{([^}]*)\} from ['"](?:@openai\/apps-sdk-ui\/components|\.\.)\/Icon['"]/g
  return {
    name: 'parlor:icons-one-by-one',
    enforce: 'pre',
    apply: (_, { command }) => command === 'build' || process.env.VITEST !== undefined,
    transform: {
      filter: { id: /\/src\/|\/@openai\/apps-sdk-ui\//, code: '/Icon' },
      handler: (code) => code.replace(statement, (_, names: string) => names.split(',').map(importIcon).join(';')),
    },
  }
  function importIcon(specifier: string): string {
    const [name, local = name] = specifier.trim().split(/\s+as\s+/)
    return name ? `import ${local} from '${appsSdkUi}/Icon/svg/${name}.js'` : ''
  }
}

/** What every Vite build of this repo shares: our sources instead of dist, and popovers that stay inside a shadow root. */
export const shared = {
  plugins: [react(), tailwindcss(), stylesAsText(), focusInsideShadowRoots(), iconsOneByOne()],
  resolve: {
    conditions: ['parlor-source', 'module', 'browser', 'development|production'],
    alias: { '@radix-ui/react-portal': path('./src/render/portal/radix-portal.tsx') },
  },
  optimizeDeps: { rolldownOptions: { plugins: [focusInsideShadowRoots()] } },
} satisfies UserConfig

/**
 * Output in few files: what is loaded at once is one chunk beside the entry, what loads later has its own. (Chunks must not import
 * the entry itself: a page that loads `index.js?v=2` would then get everything twice.)
 */
export const startInOne = {
  chunkFileNames: 'chunks/[name]-[hash].js',
  codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
} satisfies NonNullable<NonNullable<UserConfig['build']>['rolldownOptions']>['output']
