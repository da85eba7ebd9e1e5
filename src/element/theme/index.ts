export { addFonts, type FontTarget } from './fonts.ts'
export { createThemeSheet } from './sheet.ts'
export { type Density, type Radius, readTheme, type Theme, type ThemeInput } from './theme.ts'
export { themeVariables } from './variables.ts'
