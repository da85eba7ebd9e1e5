// What compilers import for `jsxImportSource parlor`. From the index, so that the whole kit is one file when published.
export { Fragment, type JSX, jsx, jsx as jsxs } from './index.ts'
