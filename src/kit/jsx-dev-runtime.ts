// What compilers import for `jsxImportSource parlor` in development.
export { Fragment, type JSX, jsxDEV } from './index.ts'
