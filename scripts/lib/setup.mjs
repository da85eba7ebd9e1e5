import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a command in the repo with its output shown, and says whether it succeeded. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0
}

/** Installs the exact dependencies of package-lock.json, unless they are there already. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(
      `Node ${process.versions.node} is too old: Parlor needs 20.19 or newer. Install one from nodejs.org and run this again.`,
    )
  }
  // `npm ci` empties what a link leads to: it belongs to another checkout.
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) return
  const installed = `${root}node_modules/.package-lock.json`
  const wanted = `${root}package-lock.json`
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return
  console.log('Installing dependencies (once) …')
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])) {
    stop('`npm ci` failed: its output above says why. Parlor needs nothing but the npm registry.')
  }
}

/**
 * Ends the process with one sentence that says what to do.
 * @param {string} message
 * @returns {never}
 */
export function stop(message) {
  console.error(`\n${message}\n`)
  process.exit(1)
}
