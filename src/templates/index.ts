export { type BuildOptions, loadTemplate, type Template } from './load-template.ts'
export type { WidgetSource } from './source.ts'
export { widgetTsx } from './tsx/widget-tsx.ts'
