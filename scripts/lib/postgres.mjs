import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { run } from './setup.mjs'

const howTo =
  'Install one (Debian: `apt-get install postgresql`; macOS: `brew install postgresql`), so that `initdb` and `postgres` are on the ' +
  'PATH, or set PARLOR_TEST_POSTGRES to the URL of a database that the tests may write to, and run this again.'

/** Where Debian, Fedora and Homebrew put what is not on the PATH. */
const usual = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt']

/**
 * The folder that holds `initdb` and `postgres`: one of the PATH, else the newest in the usual places.
 * @param {{ path?: string | undefined, places?: readonly string[] }} [where]
 * @returns {string | undefined}
 */
export function findPostgres({ path = process.env.PATH, places = usual } = {}) {
  const versions = (place) => (existsSync(place) ? readdirSync(place) : []).filter((name) => /\d|postgres/.test(name))
  const newestFirst = (place) => versions(place).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const installed = places.flatMap((place) => newestFirst(place).map((version) => join(place, version, 'bin')))
  const all = [...(path ?? '').split(delimiter).filter(Boolean), ...installed]
  return all.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/**
 * A Postgres for tests: the one of PARLOR_TEST_POSTGRES, else a private one, found or installed, in a folder that goes with it.
 * Throws, saying what to do, where there is none.
 * @param {{ settings?: readonly string[], find?: () => string | undefined, install?: () => string | undefined }} [options]
 *   `settings` of the private one, such as `['fsync=off']`
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startPostgres({ settings = [], find = findPostgres, install = installPostgres } = {}) {
  const url = process.env.PARLOR_TEST_POSTGRES
  if (url) return { url, async stop() {} }
  const bin = find() ?? install()
  if (!bin) throw new Error(`No Postgres was found and none could be installed. ${howTo}`)
  return startPrivate(bin, settings)
}

async function startPrivate(bin, settings) {
  const user = ordinaryUser()
  const folder = mkdtempSync(join(tmpdir(), 'parlor-pg-'))
  const data = join(folder, 'data')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  if (user) chownSync(folder, user.uid, user.gid)
  const as = { cwd: folder, ...user, env: { ...process.env, LC_ALL: 'C' } }
  const options = ['--username=parlor', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  const made = spawnSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...options], { ...as, encoding: 'utf8' })
  if (made.status !== 0) {
    remove()
    throw new Error(`${join(bin, 'initdb')} failed: ${made.error?.message ?? made.stderr}\n${howTo}`)
  }
  const flags = ['listen_addresses=', `unix_socket_directories=${folder}`, ...settings].flatMap((flag) => ['-c', flag])
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const kill = () => server.kill('SIGQUIT')
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    server.kill('SIGINT') // its fast shutdown: whoever is connected is cut off
    await ended
    remove()
  }
  for (let waited = 0; !said.includes('ready to accept connections'); waited += 20) {
    if (server.exitCode !== null || waited > 30_000) {
      await stop()
      throw new Error(`Postgres did not start: ${said}\n${howTo}`)
    }
    await wait(20)
  }
  return { url: `postgresql://parlor@localhost/postgres?host=${encodeURIComponent(folder)}`, stop }
}

/** Postgres refuses to run as root: there, another user who owns nothing much. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${wanted}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(`Postgres does not run as ${userInfo().username}, and there is no user postgres or nobody. ${howTo}`)
}

function installPostgres() {
  const isRoot = process.getuid?.() === 0
  const apt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  if (!isRoot || !apt) return undefined
  console.log('No Postgres here: installing one (once) …')
  run('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], quiet)
  return findPostgres()
}
