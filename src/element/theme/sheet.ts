import type { Theme } from './theme.ts'
import { themeVariables } from './variables.ts'

/** Where the design system declares its tokens: on every element that carries a scheme. Ours have to stand there too. */
const SELECTOR = ':where(.chat, .chat [data-theme])'

/** A style sheet that holds the variables of one theme at a time; adopt it after all others. */
export function createThemeSheet(): { sheet: CSSStyleSheet; apply(theme: Theme): void } {
  const sheet = new CSSStyleSheet()
  return {
    sheet,
    apply(theme) {
      sheet.replaceSync(`${SELECTOR} {}`)
      const rule = sheet.cssRules[0]
      if (!(rule instanceof CSSStyleRule)) return
      // One by one, so that a host's colour can never end the rule and begin another.
      for (const [name, value] of Object.entries(themeVariables(theme))) rule.style.setProperty(name, value)
    },
  }
}
