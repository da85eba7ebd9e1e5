import { extname } from 'node:path'
import { inspectWidget } from '../kit/index.ts'
import { loadTemplate } from '../templates/index.ts'
import { checkModule } from './check-module.ts'
import { type Finding, findingsOf } from './finding.ts'
import type { Io } from './io.ts'
import { readJson } from './read-json.ts'

/** The kinds of files that can be checked. */
export const extensions: readonly string[] = ['.json', '.widget', '.tsx', '.ts', '.jsx', '.js']

/** What is wrong in a file. */
export interface Checked {
  findings: Finding[]
  /** What was not looked at, and why. */
  notes: string[]
}

/** What is wrong in a file, with its name. */
export interface CheckedFile extends Checked {
  file: string
}

/** Checks one file by its kind; never throws. */
export async function checkFile(file: string, io: Io): Promise<CheckedFile> {
  try {
    return { file, ...(await checkByKind(file, io)) }
  } catch (error) {
    return {
      file,
      findings: findingsOf(error, { at: '', problem: 'it does not load', hint: hintOf(error) }),
      notes: [],
    }
  }
}

async function checkByKind(file: string, io: Io): Promise<Checked> {
  const kind = extname(file)
  if (kind === '.json') return { findings: inspectWidget(await readJson(file, io)), notes: [] }
  if (kind === '.widget') return checkTemplate(await readJson(file, io))
  io.stderr(`${file}: runs the file to see its widgets\n`)
  return checkModule(await io.load(file))
}

/** Without the pragma, JSX is React's: the commonest slip of a first widget. */
function hintOf(error: unknown): string {
  return /Cannot find (package|module) 'react/.test(String(error))
    ? 'Begin the file with /** @jsxImportSource parlor */, or set "jsxImportSource": "parlor" in tsconfig.json.'
    : 'Run the file alone to see more.'
}

function checkTemplate(json: unknown): Checked {
  const { build, source } = loadTemplate(json)
  if (!source?.defaultState) {
    return { findings: [], notes: ['the file has no default state: its template was read, and not built'] }
  }
  return { findings: inspectWidget(build(source.defaultState)), notes: [] }
}
