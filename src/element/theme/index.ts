export { addFonts } from './fonts.ts'
export { createThemeSheet } from './sheet.ts'
export { readTheme, type Theme } from './theme.ts'
