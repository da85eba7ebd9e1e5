import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Row } from './row.ts'

interface Budget {
  name: string
  size: number
  sizeLimit: number
}

/** Gzip size of each subpath bundled alone, as a share of its budget in package.json. */
export async function sizes(): Promise<Row[]> {
  if (!existsSync('dist')) spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' })
  const { stdout } = spawnSync(process.execPath, ['node_modules/size-limit/bin.js', '--json'], { encoding: 'utf8' })
  const budgets: Budget[] = JSON.parse(stdout)
  return budgets.map(({ name, size, sizeLimit }) => ({
    name,
    ratio: size / sizeLimit,
    detail: `${kilobytes(size)} gzip of ${kilobytes(sizeLimit)} allowed`,
  }))
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
