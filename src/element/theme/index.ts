export { addFonts } from './fonts.ts'
export { addThemeSheet } from './sheet.ts'
export { readTheme, type Theme } from './theme.ts'
