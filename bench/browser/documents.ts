const size = 50_000

const sentence = 'ChatKit streams **bold** words, *soft* words, `code` and [links](https://example.com/a) as they come.'

const section = (number: number) => `## Section ${number}

${sentence} ${sentence} And a second sentence that has nothing special in it at all.

- First point of ${number}, with \`code\`
- Second point, **strong**
  - A nested one

> A quotation that stands alone.

| Name | Value |
| --- | ---: |
| alpha | ${number} |
| beta | ${number * 2} |

\`\`\`ts
export const value${number} = compute(${number}) // line
\`\`\`

`

function fill(first: string, unit: (index: number) => string): string {
  let text = first
  for (let index = 1; text.length < size; index++) text += unit(index)
  return text.slice(0, size)
}

/** The three documents of the bench: the usual mix, and the two that never reach a blank line. */
export const documents: Record<string, string> = {
  mixed: fill('', section),
  'one code block': fill('```ts\n', (index) => `const line${index} = compute(${index}) // a line of code\n`),
  'one list': fill('', (index) => `- Point ${index}: ${sentence}\n`),
}
