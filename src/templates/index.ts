export { type BuildOptions, loadTemplate, type Template } from './load-template.ts'
