export { Markdown } from '../../../render/index.ts'
