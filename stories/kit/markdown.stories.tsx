import type { Meta, StoryObj } from '@storybook/react-vite'
import { Card, Markdown } from 'parlor/kit'
import { expect, waitFor } from 'storybook/test'
import { Shown } from './shown.tsx'

const meta: Meta = { title: 'Kit/Markdown' }
export default meta
type Story = StoryObj

const code = `\`\`\`ts
/** The highest of some mountains. */
export function highest(mountains: Mountain[]): string {
  const [first] = mountains.toSorted((a, b) => b.height - a.height)
  return first ? \`\${first.name}: \${first.height} m\` : 'none' // 8849
}
\`\`\`

\`\`\`python
@dataclass
class Mountain:
    name: str = "Everest"
    height: int = 8_849
\`\`\`

\`\`\`html
<p class="note" hidden>It is <b>text</b>, never a page.</p>
\`\`\`

\`\`\`diff
- height = 8848
+ height = 8849
\`\`\`

\`\`\`klingon
a language that nobody here knows stays plain
\`\`\``

/** Colours come when a block is complete; nothing moves. */
export const Code: Story = {
  render: () => <Shown widget={Card({ size: 'full', children: [Markdown({ value: code })] })} />,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(pieces(canvasElement, '[data-code]').length).toBeGreaterThan(20), { timeout: 20_000 })
  },
}

const math = String.raw`A line $y = mx + b$ in a text, a limit \(\lim_{x \to 0} \frac{\sin x}{x} = 1\), and prices: $5 and $10.

$$
x_{1,2} = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}
$$

\[
\begin{align*}
\nabla \cdot \mathbf{E} &= \frac{\rho}{\varepsilon_0} \\
\nabla \times \mathbf{B} &= \mu_0 \mathbf{J} + \mu_0 \varepsilon_0 \frac{\partial \mathbf{E}}{\partial t}
\end{align*}
\]

$$
A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}, \quad
f(n) = \begin{cases} n / 2 & \text{if } n \text{ is even} \\ 3n + 1 & \text{otherwise} \end{cases}
$$

1. A sum: $\sum_{i=1}^{n} i = \frac{n(n+1)}{2}$
2. An integral, $\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}$

| Set | Name |
| --- | --- |
| $\mathbb{R}$ | real |
| $\mathbb{C}$ | complex |

What is no TeX stays as written: $\nonsense{x}$.`

/** MathML, set by the browser in the system's font for mathematics. */
export const MathStory: Story = {
  name: 'Math',
  render: () => <Shown widget={Card({ size: 'full', children: [Markdown({ value: math })] })} />,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(pieces(canvasElement, 'math')).toHaveLength(9), { timeout: 20_000 })
  },
}

/** What matches inside the shadow root of the story's widget. */
function pieces(canvas: HTMLElement, selector: string): Element[] {
  return [...canvas.querySelectorAll('*')].flatMap((each) => [...(each.shadowRoot?.querySelectorAll(selector) ?? [])])
}
