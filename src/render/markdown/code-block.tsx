import { Check, Copy } from '@openai/apps-sdk-ui/components/Icon'
import { memo, type ReactNode, useEffect, useState } from 'react'
import { copyText } from '../copy-text.ts'
import { useLabels } from '../labels.ts'

const copiedFor = 1500

/** Code in a panel: its language above, and a button that copies it. */
export function CodeBlock({ code, language }: { code: string; language: string }): ReactNode {
  return (
    <div className="pk-code">
      <div className="pk-code-head">
        <span>{language}</span>
        <CopyButton text={code} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
      <pre tabIndex={0}>
        <code>
          {linesInParts(code).map((part, index) => (
            <Part key={index} text={part} />
          ))}
        </code>
      </pre>
    </div>
  )
}

const linesPerPart = 40

/** Code in parts of some lines, so that code that grows is laid out again at its end only. */
function linesInParts(code: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let lines = 0, at = code.indexOf('\n'); at !== -1; at = code.indexOf('\n', at + 1)) {
    lines += 1
    if (lines % linesPerPart !== 0) continue
    parts.push(code.slice(from, at + 1))
    from = at + 1
  }
  return [...parts, code.slice(from)]
}

const Part = memo(function Part({ text }: { text: string }) {
  return <span>{text}</span>
})

function CopyButton({ text }: { text: string }): ReactNode {
  const labels = useLabels()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), copiedFor)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () =>
    copyText(text).then(
      () => setCopied(true),
      () => {},
    )
  return (
    <button type="button" className="pk-code-copy" onClick={copy}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{copied ? labels.copied : labels.copy}</span>
    </button>
  )
}
