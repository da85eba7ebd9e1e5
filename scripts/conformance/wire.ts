import { isHidden, sseDecode } from '../../src/protocol/index.ts'
import { difference, masked } from './masked.ts'
import { type Scenario, type Step, scenarioSchema } from './recording.ts'
import { type ScriptedServer, scriptedServer } from './scripted-server.ts'

/** How many steps replayed as recorded, and one line for each that did not. */
export interface Replayed {
  passed: number
  failures: string[]
}

/**
 * Replays recorded scenarios, each on a server of its own, by the rules beside the recordings. A step counts once; what is stored
 * at the end counts with the scenario's last step. Steps that the rules exempt from comparing do not count.
 */
export async function replayWire(scenarios: Readonly<Record<string, unknown>>): Promise<Replayed> {
  const all: Replayed = { passed: 0, failures: [] }
  for (const [name, recorded] of Object.entries(scenarios)) {
    const scenario = scenarioSchema.safeParse(recorded)
    if (!scenario.success) {
      const [issue] = scenario.error.issues
      all.failures.push(`${name}: not a readable recording: ${issue?.path.join('.')}: ${issue?.message}`)
      continue
    }
    const { passed, failures } = await replayScenario(name, scenario.data)
    all.passed += passed
    all.failures.push(...failures)
  }
  return all
}

async function replayScenario(name: string, scenario: Scenario): Promise<Replayed> {
  const server = scriptedServer(scenario)
  const failures: string[] = []
  let passed = 0
  for (const [index, step] of scenario.steps.entries()) {
    const partly = isRefused(step) && (step.stream ?? []).length > 0
    const last = index === scenario.steps.length - 1 && !partly
    const problem = (await replayStep(server, step)) ?? (last ? await storedProblem(server, scenario) : null)
    if (problem) failures.push(`${name}[${index}] ${step.request.type}: ${problem}`)
    else passed++
    if (partly) break // the reference has left something behind here; Parlor has not
  }
  return { passed, failures }
}

async function replayStep(server: ScriptedServer, step: Step): Promise<string | null> {
  const { calls, waiting } = server.expect(step.script)
  try {
    const request = new Request('https://parlor.test/', { method: 'POST', body: JSON.stringify(step.request) })
    if (isRefused(step)) return await refusalProblem(server, request)
    const response = await server.fetch(request)
    if (response.status !== 200) return `answered ${response.status} ${await response.text()}`
    const problem = step.stream
      ? difference(expectedEvents(step.stream), gotEvents(await readEvents(response, step, waiting)), 'stream')
      : difference(masked(step.json), masked(await response.json()), 'json')
    return problem ?? difference(step.calls, calls, 'calls')
  } catch (error) {
    return `threw ${error}`
  }
}

/** What the reference refused or broke off, and the retry that it answered with nothing. */
function isRefused({ rejected, broke_off, request, stream }: Step): boolean {
  if (rejected !== undefined || broke_off !== undefined) return true
  return request.type === 'threads.retry_after_item' && stream?.length === 0
}

async function refusalProblem(server: ScriptedServer, request: Request): Promise<string | null> {
  const before = await stored(server)
  const response = await server.fetch(request)
  const answer = await response.text()
  if (response.status < 400 || response.status > 499) return `expected a 4xx, got ${response.status}`
  if (!isJson(answer)) return `expected JSON, got ${answer.slice(0, 100)}`
  return difference(before, await stored(server), 'stored')
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** All events of an answer; with `abort`, those that come until the responder waits, and then the client goes away. */
async function readEvents(response: Response, { abort }: Step, waiting: Promise<void>): Promise<unknown[]> {
  const events: unknown[] = []
  if (!response.body) return events
  const reader = response.body.getReader()
  const pass = new TransformStream<Uint8Array, Uint8Array>()
  const decoding = (async () => {
    for await (const data of sseDecode(pass.readable)) events.push(JSON.parse(data))
  })()
  const writer = pass.writable.getWriter()
  const reading = (async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read()) await writer.write(read.value)
  })()
  if (abort) {
    await Promise.race([waiting, reading])
    await new Promise((resolve) => setTimeout(resolve)) // what was said before the wait is on its way
    await reader.cancel()
  }
  await reading
  await writer.close()
  await decoding
  return events
}

type Events = readonly unknown[]

/** The recording without what the reference leaks, and without its words for unexpected failures. */
function expectedEvents(events: Events): unknown {
  return gotEvents(events.filter((event) => !(isObject(event) && isObject(event.item) && isHidden(event.item))))
}

function gotEvents(events: Events): unknown {
  return masked(
    events.map((event) => {
      if (!isObject(event) || event.type !== 'error' || event.code !== 'stream.error') return event
      const { message: _words, ...told } = event
      return told
    }),
  )
}

function isObject(value: unknown): value is { type: string } & Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'type' in value
}

async function storedProblem(server: ScriptedServer, { stored: expected }: Scenario): Promise<string | null> {
  return difference(masked(expected), await stored(server), 'stored')
}

/** Everything the store holds, per thread, in order. */
async function stored({ store, scope }: ScriptedServer): Promise<unknown> {
  const everything = { limit: Number.MAX_SAFE_INTEGER, order: 'asc' } as const
  const threads = await store.listThreads(scope, everything)
  const items = await Promise.all(
    threads.data.map(async ({ id }) => [id, (await store.listItems(scope, id, everything)).data.map(masked)] as const),
  )
  return Object.fromEntries(items)
}
