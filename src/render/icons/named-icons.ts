import type { IconShape } from './icon-map.ts'

type NamedIcons = ReadonlyMap<string, IconShape>

let loaded: NamedIcons | null = null
let loading: Promise<NamedIcons> | null = null

/** The drawings of ChatKit's own icons, as far as they are loaded. */
export function namedIconsNow(): NamedIcons | null {
  return loaded
}

/** Loads the drawings of ChatKit's own icons, once; after a failure the next call tries again. */
export function loadNamedIcons(): Promise<NamedIcons> {
  loading ??= import('./icon-map.ts').then(
    ({ namedIcons }) => {
      loaded = namedIcons
      return namedIcons
    },
    (cause: unknown) => {
      loading = null
      throw cause
    },
  )
  return loading
}
