import { spawnSync } from 'node:child_process'
import { median, type Row } from './row.ts'

const processes = 7

/** CPU time of importing the built `parlor/kit` against zod, which it needs: medians over processes that take turns. */
export async function imports(): Promise<Row[]> {
  const times: Record<'parlor/kit' | 'zod', number[]> = { 'parlor/kit': [], zod: [] }
  for (let round = 0; round < processes; round++) {
    times.zod.push(timeOf('zod'))
    times['parlor/kit'].push(timeOf('parlor/kit'))
  }
  const [kit, zod] = [median(times['parlor/kit']), median(times.zod)]
  const detail = `${kit.toFixed(0)} ms against ${zod.toFixed(0)} ms of CPU, ${processes} processes each`
  return [{ name: 'import parlor/kit / import zod', ratio: kit / zod, detail }]
}

/** Milliseconds of CPU that one import takes in a fresh process. */
function timeOf(specifier: string): number {
  const code = `const start = process.cpuUsage()
    await import('${specifier}')
    const { user, system } = process.cpuUsage(start)
    console.log((user + system) / 1000)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
  const time = Number.parseFloat(stdout)
  if (Number.isNaN(time)) throw new Error(`${specifier} could not be imported; run \`npm run build\` first.\n${stderr}`)
  return time
}
