import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findPostgres, startPostgres } from './postgres.mjs'

const home = mkdtempSync(join(tmpdir(), 'parlor-find-'))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

function installed(...at: string[]): string {
  const folder = join(home, ...at)
  mkdirSync(folder, { recursive: true })
  for (const program of ['initdb', 'postgres']) writeFileSync(join(folder, program), '')
  return folder
}

test('a Postgres on the PATH is taken first', () => {
  const onPath = installed('own')
  installed('lib', '17', 'bin')
  const path = ['/nowhere', onPath].join(delimiter)
  expect(findPostgres({ path, places: [join(home, 'lib')] })).toBe(onPath)
})

test('else the newest of the usual places, by number', () => {
  installed('lib', '9', 'bin')
  const newest = installed('lib', '17', 'bin')
  installed('lib', '10', 'bin')
  expect(findPostgres({ path: '', places: ['/nowhere', join(home, 'lib')] })).toBe(newest)
})

test('a client alone is no server', () => {
  mkdirSync(join(home, 'lib', '17', 'bin'), { recursive: true })
  writeFileSync(join(home, 'lib', '17', 'bin', 'psql'), '')
  expect(findPostgres({ path: '', places: [join(home, 'lib')] })).toBeUndefined()
})

test('a database that is there already is used as it is, and left running', async () => {
  vi.stubEnv('PARLOR_TEST_POSTGRES', 'postgresql://there/tests')
  const { url, stop } = await startPostgres()
  await stop()
  expect(url).toBe('postgresql://there/tests')
})

test('where there is none, and none can be installed, the error says what to do', async () => {
  vi.stubEnv('PARLOR_TEST_POSTGRES', '')
  await expect(startPostgres({ find: () => undefined, install: () => undefined })).rejects.toThrow(
    /^No Postgres was found and none could be installed\. Install one \(Debian: `apt-get install postgresql`.* or set PARLOR_TEST_POSTGRES /,
  )
})

test('one that cannot make a database tells why', async () => {
  vi.stubEnv('PARLOR_TEST_POSTGRES', '')
  const broken = installed('broken') // empty files, which nobody can run
  await expect(startPostgres({ find: () => broken })).rejects.toThrow(/initdb failed: .*EACCES/)
})
