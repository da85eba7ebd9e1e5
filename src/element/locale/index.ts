export type { MessageKey, Messages } from './en.ts'
export {
  formatAge,
  formatDay,
  formatDuration,
  formatList,
  formatMonth,
  formatNumber,
  formatPercent,
  formatSize,
} from './format.ts'
export { english, type Language, loadLanguage } from './language.ts'
export { createLanguageStore, type LanguageStore } from './language-store.ts'
