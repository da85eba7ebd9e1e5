import { Check, Copy } from '@openai/apps-sdk-ui/components/Icon'
import { memo, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { copyText } from '../copy-text.ts'
import { useLabels } from '../labels.ts'
import type { Run } from './highlight/highlight.ts'
import { runsInParts } from './highlight/runs-in-parts.ts'
import { useColoredCode } from './highlight/use-colored-code.ts'
import { StreamingContext } from './markdown-context.ts'

const copiedFor = 1500

interface CodeBlockProps {
  code: string
  language: string
  /** Whether its closing fence has come. */
  closed: boolean
}

/** Code in a panel: its language above, and a button that copies it. It gets its colours when no more of it can come. */
export function CodeBlock({ code, language, closed }: CodeBlockProps): ReactNode {
  const streaming = useContext(StreamingContext)
  const runs = useColoredCode(code, language, closed || !streaming)
  const parts = linesInParts(code)
  const colored = useMemo(() => runs && runsInParts(runs, linesInParts(code)), [runs, code])
  return (
    <div className="pk-code">
      <div className="pk-code-head">
        <span>{language}</span>
        <CopyButton text={code} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
      <pre tabIndex={0}>
        <code>
          {parts.map((part, index) => (
            <Part key={index} text={part} runs={colored?.[index] ?? null} />
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

const Part = memo(function Part({ text, runs }: { text: string; runs: readonly Run[] | null }) {
  return <span>{runs ? runs.map(toPiece) : text}</span>
})

function toPiece({ text, kind }: Run, index: number): ReactNode {
  if (kind === null) return text
  return (
    <span key={index} data-code={kind}>
      {text}
    </span>
  )
}

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
