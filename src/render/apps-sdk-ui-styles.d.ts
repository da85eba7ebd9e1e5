/** The rules of apps-sdk-ui's style modules as one text; made by `vite.shared.ts`. */
declare module 'virtual:apps-sdk-ui-styles' {
  const css: string
  export default css
}
