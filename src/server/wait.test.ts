import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { realWait } from './wait.ts'

test('a wait ends when its time is over, or its signal aborts', async () => {
  const abort = new AbortController()
  const long = realWait(Number.POSITIVE_INFINITY, abort.signal)
  await realWait(1, abort.signal)
  expect(await Promise.race([long.then(() => 'over'), realWait(5, abort.signal).then(() => 'still waiting')])).toBe(
    'still waiting',
  )
  abort.abort()
  await long
  await realWait(60_000, abort.signal)
})

test('a process stays for a wait, but not for one in the background', () => {
  const waiting = (how: string) =>
    spawnSync(process.execPath, [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      `import { realWait } from './src/server/wait.ts'
      process.once('beforeExit', () => console.log('left'))
      realWait(50, new AbortController().signal, ${how}).then(() => console.log('over'))`,
    ]).stdout.toString()
  expect(waiting('{}')).toBe('over\nleft\n')
  expect(waiting('{ background: true }')).toBe('left\n')
})
