import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run, stop } from './setup.mjs'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where a Chromium is: `CHROMIUM_PATH`, the one Playwright installed, or one of the usual places. */
async function findBrowser() {
  const { chromium } = await import('playwright')
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...known]
  return candidates.find((path) => path && existsSync(path))
}

/**
 * Finds a Chromium or installs one; without any, stops and says how to get one.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const there = await findBrowser()
  if (!there) installBrowser()
  const found = there ?? (await findBrowser())
  if (found) {
    process.env.CHROMIUM_PATH = found
    return found
  }
  stop(
    'No Chromium was found and none could be installed. Install one (Debian: `apt-get install chromium`; anywhere: ' +
      '`npx playwright install chromium`; or Google Chrome), or set CHROMIUM_PATH to its executable, and run this again.',
  )
}

function installBrowser() {
  console.log('No Chromium here: installing one (once) …')
  const isRoot = process.getuid?.() === 0
  const apt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0
  if (apt && isRoot) {
    run('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] })
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] }
    if (run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-liberation', 'fonts-noto-color-emoji'], quiet))
      return
  }
  run('npx', ['playwright', 'install', 'chromium'])
}
