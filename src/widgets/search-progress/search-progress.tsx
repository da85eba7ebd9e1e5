/** @jsxImportSource parlor */
import { z } from 'zod'
import { defineWidget } from '../../define/index.ts'
import {
  Caption,
  Card,
  Col,
  Divider,
  fillText,
  Icon,
  Image,
  Markdown,
  Row,
  Text,
  Title,
  type WidgetStatus,
} from '../../kit/index.ts'
import { searchMessages } from './search-messages.ts'

const webUrl = z.url({ protocol: /^https?$/ })

export const searchResult = z.strictObject({
  title: z.string().min(1),
  url: webUrl.describe('Where the title leads, and the identity of the row.'),
  snippet: z.string().optional(),
  favicon: webUrl.optional(),
})
export type SearchResult = z.infer<typeof searchResult>

export const searchQuery = z.strictObject({
  query: z.string().min(1),
  status: z.enum(['searching', 'done', 'failed']).default('searching'),
  results: z.array(searchResult).default([]),
  problem: z.string().optional().describe('Why it failed, in words for the user.'),
})
export type SearchQuery = z.infer<typeof searchQuery>

export const searchProgressState = z.strictObject({
  id: z.string().min(1),
  queries: z.array(searchQuery).min(1),
  messages: searchMessages.prefault({}),
})
export type SearchProgressState = z.infer<typeof searchProgressState>
export type SearchProgressInput = z.input<typeof searchProgressState>

/** A web search that fills a card result by result, in place; rows keep their keys while more come. */
export const searchProgress = defineWidget({
  name: 'search-progress',
  state: searchProgressState,
  view: (state) => (
    <Card key={state.id} size="md" status={statusOf(state)}>
      {state.queries.map((query, index) => (
        <Query key={`q${index + 1}`} {...query} id={`q${index + 1}`} isFirst={index === 0} messages={state.messages} />
      ))}
    </Card>
  ),
  copyText: ({ queries }) => queries.map(sourcesOf).join('\n\n'),
})

interface QueryProps extends SearchQuery {
  id: string
  isFirst: boolean
  messages: SearchProgressState['messages']
}

function Query({ id, isFirst, query, status, results, problem, messages }: QueryProps) {
  const isEmpty = status === 'done' && results.length === 0
  return (
    <Col id={id} gap={3}>
      {!isFirst && <Divider flush />}
      <Title value={query} size="sm" maxLines={2} />
      {results.length > 0 && (
        <Col id={`${id}-results`} gap={3}>
          {results.map((result, index) => (
            <Result key={result.url} {...result} isFirst={index === 0} />
          ))}
        </Col>
      )}
      {status === 'searching' && <Searching id={`${id}-more`} isFirst={results.length === 0} messages={messages} />}
      {status === 'failed' && (
        <Row id={`${id}-problem`} align="start" gap={3}>
          <Icon name="info" color="danger" />
          <Text value={problem ?? messages.failed} size="sm" />
        </Row>
      )}
      {isEmpty && (
        <Text id={`${id}-empty`} value={fillText(messages.emptyHint, { query })} size="sm" color="secondary" />
      )}
    </Col>
  )
}

function Result({ title, url, snippet, favicon, isFirst }: SearchResult & { isFirst: boolean }) {
  return (
    <Col gap={3}>
      {!isFirst && <Divider />}
      <Row align="start" gap={3}>
        {favicon ? <Image src={favicon} alt="" size={20} radius="xs" /> : <Icon name="globe" color="secondary" />}
        <Col flex={1} gap={0.5}>
          <Markdown value={link(title, url)} />
          <Caption value={siteOf(url)} truncate />
          {snippet && <Text value={snippet} size="sm" color="secondary" maxLines={2} />}
        </Col>
      </Row>
    </Col>
  )
}

/** A quiet line where the next result will stand. */
function Searching({
  id,
  isFirst,
  messages,
}: {
  id: string
  isFirst: boolean
  messages: SearchProgressState['messages']
}) {
  return (
    <Col id={id} gap={3}>
      {!isFirst && <Divider />}
      <Row gap={3}>
        <Icon name="dots-horizontal" color="tertiary" />
        <Caption value={messages.looking} />
      </Row>
    </Col>
  )
}

function statusOf({ queries, messages }: SearchProgressState): WidgetStatus {
  const count = queries.reduce((sum, { results }) => sum + results.length, 0)
  const found = count === 1 ? messages.foundOne : fillText(messages.found, { count })
  if (queries.some(({ status }) => status === 'searching')) {
    return { text: count === 0 ? messages.searching : `${messages.searching} ${found}`, icon: 'search' }
  }
  if (queries.every(({ status }) => status === 'failed')) return { text: messages.failed, icon: 'info' }
  return count > 0 ? { text: found, icon: 'check-circle' } : { text: messages.empty, icon: 'empty-circle' }
}

function sourcesOf({ query, results }: SearchQuery): string {
  return [query, ...results.map(({ title, url }, index) => `${index + 1}. ${title}\n   ${url}`)].join('\n')
}

/** A markdown link whose text and address cannot break out of it. */
function link(title: string, url: string): string {
  const text = title.replace(/[\\[\]*_`~<>!#|]/g, '\\$&').replace(/\s+/g, ' ')
  return `[${text}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
}

/** The address a person recognises: `en.wikipedia.org`. */
function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}
