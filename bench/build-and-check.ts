import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  Badge,
  Box,
  Button,
  Caption,
  Col,
  checkWidget,
  Image,
  ListView,
  ListViewItem,
  Row,
  Spacer,
  Text,
  Title,
  type WidgetRoot,
} from 'parlor/kit'
import { type Row as BenchRow, median } from './row.ts'

interface Article {
  id: string
  title: string
  author: string
  day: string
  summary: string
  tag: string
  image: string
}

const articles: Article[] = Array.from({ length: 10 }, (_, index) => ({
  id: `article-${index}`,
  title: `The bakery on Elm Street turns ${90 + index}`,
  author: 'Ada Lindqvist',
  day: `March ${index + 1}, 2026`,
  summary: 'Four generations, one oven, and a queue that still reaches the corner every Saturday morning.',
  tag: index % 2 === 0 ? 'Local' : 'Food',
  image: `https://images.example.org/articles/${index}.jpg`,
}))

/** Ten articles as a list of 111 nodes, 11 for each and the list itself. */
function articleList(): WidgetRoot {
  return ListView({ children: articles.map(articleRow) })
}

function articleRow({ id, title, author, day, summary, tag, image }: Article) {
  return ListViewItem({
    key: id,
    gap: 3,
    align: 'stretch',
    children: [
      Box({
        width: 96,
        radius: 'md',
        background: { light: '#f4f4f4', dark: '#2f2f2f' },
        children: [Image({ src: image, alt: title, size: 96, fit: 'cover' })],
      }),
      Col({
        flex: 1,
        gap: 1,
        children: [
          Title({ value: title, size: 'sm', maxLines: 2 }),
          Caption({ value: `${author} · ${day}`, color: 'secondary' }),
          Text({ value: summary, size: 'sm', maxLines: 2 }),
          Row({
            children: [
              Badge({ label: tag, color: 'info' }),
              Spacer(),
              Button({ label: 'View', onClickAction: { type: 'open_article', payload: { id }, handler: 'client' } }),
            ],
          }),
        ],
      }),
    ],
  })
}

const rounds = 61
const timesPerRound = 200

/** Building the list, checking it, and both, against `JSON.stringify` of it; the same where code from strings is forbidden. */
export async function buildAndCheck(): Promise<BenchRow[]> {
  const flags = ['--disallow-code-generation-from-strings', '--import', 'tsx', '-C', 'parlor-source']
  const child = spawnSync(process.execPath, [...flags, fileURLToPath(import.meta.url)], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  const forbidden: BenchRow[] = JSON.parse(child.stdout)
  return [...(await measure()), ...forbidden.map((row) => ({ ...row, name: `${row.name}, eval forbidden` }))]
}

/** Medians of rounds that take turns. */
async function measure(): Promise<BenchRow[]> {
  const list = articleList()
  const work = {
    stringify: () => JSON.stringify(list),
    build: () => articleList(),
    check: () => checkWidget(list),
    both: () => checkWidget(articleList()),
  }
  const names = Object.keys(work) as (keyof typeof work)[] // keys of a literal object of ours
  const times = { stringify: [], build: [], check: [], both: [] } as Record<keyof typeof work, number[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(microseconds(work[name]))
    await new Promise((resolve) => setImmediate(resolve)) // lets the collector run between rounds
  }
  const yardstick = median(times.stringify)
  const row = (name: string, key: keyof typeof work): BenchRow => ({
    name,
    ratio: median(times[key]) / yardstick,
    detail: `${median(times[key]).toFixed(1)} µs against ${yardstick.toFixed(1)} µs`,
  })
  return [
    row('build a list of 111 nodes / JSON.stringify', 'build'),
    row('check it / JSON.stringify', 'check'),
    row('build and check / JSON.stringify', 'both'),
  ]
}

/** CPU time of one call, on average over a round. */
function microseconds(run: () => unknown): number {
  const start = process.cpuUsage()
  for (let time = 0; time < timesPerRound; time++) run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / timesPerRound
}

// As a process of its own it prints its rows: that is how it measures where no code can be made from strings.
if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await measure()))
