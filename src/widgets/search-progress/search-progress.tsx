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
  Spacer,
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

/**
 * A web search that fills a card result by result, in place. While it searches, each result to come has a place with an
 * `id`, and so has the count: with component updates on, a result then costs little more than its own bytes.
 */
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
      {(results.length > 0 || status === 'searching') && (
        <Results id={id} results={results} isSearching={status === 'searching'} messages={messages} />
      )}
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

/** Results on one page; a page is the smallest part that can be sent as a whole. */
const pageSize = 5
/** Pages prepared when the first result comes; twice as many whenever all are full. */
const firstPages = 10

interface ResultsProps {
  id: string
  results: SearchResult[]
  isSearching: boolean
  messages: SearchProgressState['messages']
}

/** The results in pages that keep their ids; places still free, and the quiet line below, only while more can come. */
function Results({ id, results, isSearching, messages }: ResultsProps) {
  const full = Math.ceil(results.length / pageSize)
  const pages = isSearching && full > 0 ? firstPages * 2 ** Math.max(0, Math.ceil(Math.log2(full / firstPages))) : full
  return (
    <Col id={`${id}-results`}>
      {numbers(pages).map(page)}
      {isSearching && <Searching id={id} count={results.length} messages={messages} />}
    </Col>
  )

  function page(index: number) {
    const places = numbers(pageSize).map((at) => place(index * pageSize + at))
    return <Col id={`${id}-p${index + 1}`}>{index < full && places}</Col>
  }
  function place(index: number) {
    const result = results[index]
    if (result) return <Result {...result} id={`${id}-${index + 1}`} isFirst={index === 0} />
    return isSearching && <Col id={`${id}-${index + 1}`} />
  }
}

function Result({ id, title, url, snippet, favicon, isFirst }: SearchResult & { id: string; isFirst: boolean }) {
  return (
    <Col id={id}>
      {!isFirst && <Divider spacing={3} />}
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

/** A quiet line where the next result will stand, with the count so far. */
function Searching({ id, count, messages }: { id: string; count: number; messages: SearchProgressState['messages'] }) {
  return (
    <Col id={`${id}-more`}>
      {count > 0 && <Divider spacing={3} />}
      <Row gap={3}>
        <Icon name="dots-horizontal" color="tertiary" />
        <Caption value={messages.looking} />
        {count > 0 && <Spacer />}
        {count > 0 && <Caption id={`${id}-count`} value={countOf(count, messages)} />}
      </Row>
    </Col>
  )
}

/** The card's own line: the same words all the while, since a change of it sends the whole card. */
function statusOf({ queries, messages }: SearchProgressState): WidgetStatus {
  const count = queries.reduce((sum, { results }) => sum + results.length, 0)
  if (queries.some(({ status }) => status === 'searching')) return { text: messages.searching, icon: 'search' }
  if (queries.every(({ status }) => status === 'failed')) return { text: messages.failed, icon: 'info' }
  return count > 0
    ? { text: countOf(count, messages), icon: 'check-circle' }
    : { text: messages.empty, icon: 'empty-circle' }
}

function countOf(count: number, { found, foundOne }: SearchProgressState['messages']): string {
  return count === 1 ? foundOne : fillText(found, { count })
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
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
