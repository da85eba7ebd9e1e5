import type { ReactNode } from 'react'
import type { Markdown as MarkdownNode } from '../../kit/index.ts'
import { useWidget } from '../action/widget-context.ts'
import { Markdown } from '../markdown/markdown.tsx'

/** Draws a Markdown. */
export function MarkdownView({ node }: { node: MarkdownNode }): ReactNode {
  const { allowedImageDomains, onLink } = useWidget()
  return (
    <Markdown
      text={node.value}
      streaming={node.streaming ?? false}
      onLink={onLink}
      {...(allowedImageDomains && { allowedImageDomains })}
    />
  )
}
