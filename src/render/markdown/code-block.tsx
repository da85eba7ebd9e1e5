import { Check, Copy } from '@openai/apps-sdk-ui/components/Icon'
import { type ReactNode, useEffect, useState } from 'react'
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
        <code>{code}</code>
      </pre>
    </div>
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
    navigator.clipboard?.writeText(text).then(
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
