import type { MarkedToken, Token, Tokens } from 'marked'
import { createContext, type ReactNode, useContext } from 'react'
import { safeImageUrl, safeLinkUrl } from '../theme/safe-url.ts'
import { decodeEntities } from './entities.ts'
import { MarkdownContext } from './markdown-context.ts'
import { FormulaView } from './math/formula-view.tsx'
import { isMathToken } from './math/math-syntax.ts'
import { isOwnToken } from './token.ts'

/** Text with emphasis, code, links and pictures. */
export function Inline({ tokens }: { tokens: readonly Token[] }): ReactNode {
  return tokens.map((token, index) =>
    isMathToken(token) ? (
      <FormulaView key={index} tex={token.text} source={token.raw} display={token.display} />
    ) : (
      isOwnToken(token) && <InlineToken key={index} token={token} />
    ),
  )
}

function InlineToken({ token }: { token: MarkedToken }): ReactNode {
  switch (token.type) {
    case 'strong':
      return (
        <strong>
          <Inline tokens={token.tokens} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Inline tokens={token.tokens} />
        </em>
      )
    case 'del':
      return (
        <del>
          <Inline tokens={token.tokens} />
        </del>
      )
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      return <Link link={token} />
    case 'image':
      return <Picture image={token} />
    case 'escape':
      return token.text
    case 'text':
      return token.tokens ? <Inline tokens={token.tokens} /> : decodeEntities(token.text)
    default:
      return token.raw // html above all: shown, never run
  }
}

/** A link cannot hold another one. */
const InLinkContext = createContext(false)

function Link({ link }: { link: Tokens.Link }): ReactNode {
  const { onLink } = useContext(MarkdownContext)
  const url = safeLinkUrl(decodeEntities(link.href))
  const content = (
    <InLinkContext value={true}>
      <Inline tokens={link.tokens} />
    </InLinkContext>
  )
  if (url === undefined) return content
  const isForHost = url.startsWith('chatkit-link:') // an address of no browser's: what hears it decides
  return (
    <a
      href={url}
      dir={link.text === link.href ? 'ltr' : undefined} // an address is never turned
      {...(!isForHost && { target: '_blank', rel: 'noopener noreferrer' })}
      title={link.title ?? undefined}
      onClick={(event) => {
        onLink?.(url, event)
        if (isForHost) event.preventDefault()
      }}
    >
      {content}
    </a>
  )
}

/** Loading a picture tells its host who reads: only hosts the page allows, others are a link. */
function Picture({ image }: { image: Tokens.Image }): ReactNode {
  const { domains } = useContext(MarkdownContext)
  const inLink = useContext(InLinkContext)
  const url = safeImageUrl(decodeEntities(image.href))
  const alt = decodeEntities(image.text)
  if (url === undefined) return alt
  if (url.startsWith('data:') || isAllowed(new URL(url).hostname, domains)) {
    return <img src={url} alt={alt} title={image.title ?? undefined} loading="lazy" />
  }
  if (inLink) return alt || url
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {alt || url}
    </a>
  )
}

function isAllowed(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
}
