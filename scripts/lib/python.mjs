import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root, run, stop } from './setup.mjs'

const home = `${root}node_modules/.cache/parlor-reference`
const requirements = `${root}scripts/conformance/python/requirements.txt`

/**
 * The Python of an environment that holds the reference server, made when it is first needed; without Python or pip, stops and says so.
 * @returns {string}
 */
export function ensureReference() {
  const python = process.platform === 'win32' ? `${home}\\Scripts\\python.exe` : `${home}/bin/python`
  const works = () =>
    existsSync(python) && spawnSync(python, ['-c', 'import chatkit'], { stdio: 'ignore' }).status === 0
  if (works()) return python
  const host = ['python3', 'python'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
  if (!host) stop('No Python was found. Install Python 3.10 or newer with pip and venv, and run this again.')
  console.log('Installing the reference server (once) …')
  const made = run(host, ['-m', 'venv', home]) && run(python, ['-m', 'pip', 'install', '-q', '-r', requirements])
  if (made && works()) return python
  stop(
    'The reference server could not be installed: the output above says why. It needs Python 3.10 or newer, pip and venv.',
  )
}
