import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../styles/markdown.css', import.meta.url), 'utf8')

test.each([
  ['light', '#ededed'], // the panel is #f9f9f9, and somewhat darker where the host gives its surfaces a tone
  ['dark', '#282828'], // #181818, or somewhat lighter
])('in the %s scheme all colours of code can be read', (scheme, panel) => {
  const rule = css.split(`[data-theme="${scheme}"] {`)[1]?.split('}')[0] ?? ''
  const colors = [...rule.matchAll(/--pk-code-(\w+): (#\w{6})/g)].map(([, name = '', color = '']) => ({ name, color }))
  expect(colors).toHaveLength(9)
  expect(colors.filter(({ color }) => contrast(color, panel) < 4.5)).toEqual([])
})

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
