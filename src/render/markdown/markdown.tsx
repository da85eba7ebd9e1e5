import { type MouseEvent, memo, type ReactNode, useMemo, useState } from 'react'
import { BlockView } from './block-view.tsx'
import { MarkdownContext, StreamingContext } from './markdown-context.ts'
import { type Block, createMarkdownReader } from './read-markdown.ts'

/** A text in markdown, and what its links and pictures may do. */
export interface MarkdownProps {
  text: string
  /** More text is on its way: only the end is read and drawn again, and open marks at the end are closed. */
  streaming?: boolean
  /** Hosts pictures may come from (`example.com` allows its subdomains); others become links. Default: none. */
  allowedImageDomains?: readonly string[]
  /** Hears a click on a link, which otherwise opens in a new tab; `preventDefault` keeps it shut. */
  onLink?: (url: string, event: MouseEvent<HTMLAnchorElement>) => void
}

/** GitHub-flavoured markdown as React elements: never as HTML, so nothing in the text can run. */
export function Markdown({ text, streaming = false, allowedImageDomains, onLink }: MarkdownProps): ReactNode {
  const [reader] = useState(createMarkdownReader)
  const groups = reader.read(text, streaming)
  const domains = allowedImageDomains?.join(' ') ?? ''
  const context = useMemo(() => ({ domains: domains.split(' ').filter(Boolean), onLink }), [domains, onLink])
  return (
    <MarkdownContext value={context}>
      <StreamingContext value={streaming}>
        <div className="pk-markdown" data-streaming={streaming || undefined}>
          {groups.map((blocks, index) => (
            <Group key={index} blocks={blocks} afterHeading={groups[index - 1]?.at(-1)?.token.type === 'heading'} />
          ))}
        </div>
      </StreamingContext>
    </MarkdownContext>
  )
}

/** Some blocks that are skipped together: by drawing while they stay the same, by layout and paint while they are out of sight. */
const Group = memo(function Group({ blocks, afterHeading }: { blocks: readonly Block[]; afterHeading: boolean }) {
  return (
    <div className="pk-blocks" data-after-heading={afterHeading || undefined}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  )
})
