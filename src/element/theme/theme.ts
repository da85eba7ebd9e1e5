import type {
  AccentColor,
  ColorScheme,
  FontObject,
  GrayscaleOptions,
  SurfaceColors,
  ThemeOption,
} from '@openai/chatkit'

export type Radius = NonNullable<ThemeOption['radius']>
export type Density = NonNullable<ThemeOption['density']>

/** The theme option with every default filled in. */
export interface Theme {
  scheme: ColorScheme
  radius: Radius
  density: Density
  /** Pixels of one rem inside the element. */
  baseSize: number
  fontFamily: string | null
  fontFamilyMono: string | null
  fontSources: readonly FontObject[]
  grayscale: Required<GrayscaleOptions> | null
  accent: AccentColor | null
  surface: SurfaceColors | null
}

/** What `theme` is allowed to be; a bare scheme is short for an object with only that. */
export type ThemeInput = ColorScheme | ThemeOption | undefined

/** Reads the theme option. The defaults are ChatKit's; its undocumented base size is taken to be 16 px. */
export function readTheme(option: ThemeInput): Theme {
  const {
    colorScheme = 'light',
    radius = 'pill',
    density = 'normal',
    typography = {},
    color = {},
  } = typeof option === 'string' ? { colorScheme: option } : (option ?? {})
  return {
    scheme: colorScheme,
    radius,
    density,
    baseSize: typography.baseSize ?? 16,
    fontFamily: typography.fontFamily ?? null,
    fontFamilyMono: typography.fontFamilyMono ?? null,
    fontSources: typography.fontSources ?? [],
    grayscale: color.grayscale ? { shade: 0, ...color.grayscale } : null,
    accent: color.accent ?? null,
    surface: color.surface ?? null,
  }
}
