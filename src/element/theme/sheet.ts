import type { Theme } from './theme.ts'
import { themeVariables } from './variables.ts'

/** Where the design system declares its tokens: on every element that carries a scheme. Ours have to stand there too. */
const SELECTOR = ':where(.chat, .chat [data-theme])'

/** Adds a style sheet that holds the variables of one theme at a time; call it after all other styles. */
export function addThemeSheet(root: ShadowRoot): { apply(theme: Theme): void; remove(): void } {
  const { sheet, remove } = addSheet(root)
  if (!sheet) return { apply: () => {}, remove }
  return {
    remove,
    apply(theme) {
      while (sheet.cssRules.length > 0) sheet.deleteRule(0)
      sheet.insertRule(`${SELECTOR} {}`)
      const rule = sheet.cssRules[0]
      if (!rule || !('style' in rule)) return
      const { style } = rule as CSSStyleRule // simulated DOMs do not always name the class
      // One by one, so that a host's colour can never end the rule and begin another.
      for (const [name, value] of Object.entries(themeVariables(theme))) style.setProperty(name, value)
    },
  }
}

/** A sheet of its own; where sheets cannot be constructed, as in jsdom and older browsers, that of a `<style>`. */
function addSheet(root: ShadowRoot): { sheet: CSSStyleSheet | null; remove(): void } {
  if (Array.isArray(root.adoptedStyleSheets)) {
    const sheet = new CSSStyleSheet()
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    return {
      sheet,
      remove() {
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet)
      },
    }
  }
  const style = root.ownerDocument.createElement('style')
  root.append(style)
  return { sheet: style.sheet, remove: () => style.remove() }
}
