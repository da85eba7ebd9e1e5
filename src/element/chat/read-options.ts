import type { z } from 'zod'
import { ParlorError } from '../../errors.ts'
import type { ChatOptions } from './options.ts'
import { customApiSchema, hostedApiSchema, optionsSchema } from './options-schema.ts'

/** 100 MB, the documented default of `composer.attachments.maxSize`. */
const DEFAULT_MAX_SIZE = 100 * 1024 * 1024
const DEFAULT_MAX_COUNT = 10

/** The options with defaults, and the places of keys nobody knows, which are ignored. */
export interface ReadOptions {
  options: ChatOptions
  unknownKeys: readonly string[]
}

/** Checks a full set of options; throws a `ParlorError` that names the first wrong one. */
export function readOptions(
  input: unknown,
  browserLocale: string,
  localeTag: (locale: string) => string = (locale) => locale,
): ReadOptions {
  if (typeof input !== 'object' || input === null) {
    throw invalid('options', `Expected an object, got ${input === null ? 'null' : typeof input}`)
  }
  const { api, ...others } = given(input)
  const readApi = parseApi(api)
  const read = parseIgnoringUnknown(optionsSchema, others, 'options')
  return {
    options: withDefaults(readApi.value, read.value, localeTag(read.value.locale ?? browserLocale)),
    unknownKeys: [...readApi.unknownKeys, ...read.unknownKeys],
  }
}

/** React hosts write `title: condition ? {…} : undefined`: a member that is undefined counts as left out. */
function given(members: object): Record<string, unknown> {
  const deep = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(deep)
    return typeof value === 'object' && value !== null ? given(value) : value
  }
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, deep(value)]])),
  )
}

function parseApi(api: unknown) {
  if (typeof api !== 'object' || api === null) {
    throw invalid('options.api', 'Missing', 'Give { url, domainKey } or { getClientSecret }')
  }
  if (!('getClientSecret' in api)) return parseIgnoringUnknown(customApiSchema, api, 'options.api')
  const foreign = ['url', 'domainKey', 'fetch', 'uploadStrategy'].filter((key) => key in api)
  if (foreign.length > 0) {
    throw invalid(
      'options.api',
      `Unrecognized key ${foreign.join(', ')} beside getClientSecret`,
      'Use url for a server of your own, or getClientSecret for a hosted one; a secret for your own server is sent by api.fetch',
    )
  }
  return parseIgnoringUnknown(hostedApiSchema, api, 'options.api')
}

function parseIgnoringUnknown<Schema extends z.ZodType>(schema: Schema, input: object, at: string) {
  const first = schema.safeParse(input)
  if (first.success) return { value: first.data, unknownKeys: [] }
  const strays = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [],
  )
  const second = schema.safeParse(strays.reduce<unknown>(without, input))
  if (second.success) return { value: second.data, unknownKeys: strays.map((path) => pathText(at, path)) }
  const problems = second.error.issues.map((issue) => ({ at: pathText(at, issue.path), problem: issue.message }))
  throw invalid(problems[0]?.at ?? at, problems[0]?.problem ?? 'Not usable', undefined, second.error, problems)
}

/** A copy of `value` that lacks what `path` leads to; everything beside the path is shared. */
function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...rest] = path
  if (key === undefined || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((entry, index) => (index === Number(key) ? without(entry, rest) : entry))
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      if (name !== key) return [[name, member]]
      return rest.length === 0 ? [] : [[name, without(member, rest)]]
    }),
  )
}

function pathText(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`),
    at,
  )
}

function invalid(
  at: string,
  problem: string,
  hint = 'Compare with ChatKitOptions of @openai/chatkit',
  cause?: unknown,
  problems: readonly { at: string; problem: string }[] = [{ at, problem }],
): ParlorError {
  return new ParlorError('invalid_input', {
    at,
    problem,
    hint,
    cause,
    problems: problems.map((entry) => ({ code: 'invalid_input', hint, ...entry })),
  })
}

function withDefaults(api: ChatOptions['api'], options: z.infer<typeof optionsSchema>, locale: string): ChatOptions {
  const { header, history, startScreen, threadItemActions, composer, disclaimer, entities, commands } = options
  const attachments = composer?.attachments
  return {
    api,
    locale,
    theme: { ...options.theme, colorScheme: options.theme?.colorScheme ?? 'light' },
    frameTitle: options.frameTitle ?? 'Chat',
    initialThread: options.initialThread ?? null,
    onClientTool: options.onClientTool ?? null,
    header: {
      enabled: header?.enabled ?? true,
      title: { enabled: header?.title?.enabled ?? true, text: header?.title?.text ?? null },
      leftAction: header?.leftAction ?? null,
      rightAction: header?.rightAction ?? null,
    },
    history: {
      enabled: history?.enabled ?? true,
      showDelete: history?.showDelete ?? true,
      showRename: history?.showRename ?? true,
    },
    startScreen: { greeting: startScreen?.greeting ?? null, prompts: startScreen?.prompts ?? [] },
    threadItemActions: { feedback: threadItemActions?.feedback ?? false, retry: threadItemActions?.retry ?? false },
    composer: {
      placeholder: composer?.placeholder ?? null,
      attachments: {
        enabled: attachments?.enabled ?? false,
        maxSize: attachments?.maxSize ?? DEFAULT_MAX_SIZE,
        maxCount: attachments?.maxCount ?? DEFAULT_MAX_COUNT,
        accept: attachments?.accept ?? null,
      },
      tools: composer?.tools ?? [],
      models: composer?.models ?? [],
      dictation: { enabled: composer?.dictation?.enabled ?? false },
    },
    disclaimer: disclaimer ? { text: disclaimer.text, highContrast: disclaimer.highContrast ?? false } : null,
    entities: {
      onTagSearch: entities?.onTagSearch ?? null,
      showComposerMenu: entities?.showComposerMenu ?? false,
      onClick: entities?.onClick ?? null,
      onRequestPreview: entities?.onRequestPreview ?? null,
    },
    commands: {
      enabled: commands?.enabled ?? false,
      onSearch: commands?.onSearch ?? null,
      onSelect: commands?.onSelect ?? null,
    },
    widgets: { onAction: options.widgets?.onAction ?? null },
    thread: { autoScroll: options.thread?.autoScroll ?? false },
  }
}
