export type { MessageKey, Messages } from './en.ts'
export { formatDay, formatDuration, formatMonth, formatPercent } from './format.ts'
export { type Language, languageFor } from './language.ts'
