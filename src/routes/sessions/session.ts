import { z } from 'zod'

/** Seconds a session lasts unless it is asked for less: also the most there is. */
const longestSession = 600

const count = z.number().int().min(1)

/** The body of `POST /v1/chatkit/sessions`, with the defaults of reference/hosted-sessions.md §2; unknown keys pass. */
export const createSessionSchema = z.object({
  user: z.string().min(1),
  workflow: z.object({
    id: z.string().min(1),
    version: z.string().nullish(),
    state_variables: z
      .record(z.string().max(64), z.union([z.string(), z.boolean(), z.number()]))
      .nullish()
      .transform((variables) => variables ?? null),
    tracing: z.object({ enabled: z.boolean().default(true) }).prefault({}),
  }),
  chatkit_configuration: z
    .object({
      automatic_thread_titling: z.object({ enabled: z.boolean().default(true) }).prefault({}),
      file_upload: z
        .object({
          enabled: z.boolean().default(false),
          max_file_size: count.max(512).default(512), // MB
          max_files: count.default(10),
        })
        .prefault({}),
      history: z
        .object({
          enabled: z.boolean().default(true),
          recent_threads: count.nullish().transform((most) => most ?? null),
        })
        .prefault({}),
    })
    .prefault({}),
  expires_after: z
    .object({ anchor: z.literal('created_at'), seconds: count.max(longestSession) })
    .default({ anchor: 'created_at', seconds: longestSession }),
  rate_limits: z.object({ max_requests_per_1_minute: count.default(10) }).prefault({}),
})
/** What a session is asked for with. */
export type CreateSession = z.input<typeof createSessionSchema>
/** What a session allows its chat. */
export type SessionConfiguration = z.output<typeof createSessionSchema>['chatkit_configuration']

/** A session as OpenAI's API writes it: times in Unix seconds. */
export interface ChatSession {
  id: string
  object: 'chatkit.session'
  client_secret: string
  expires_at: number
  status: 'active' | 'expired' | 'cancelled'
  user: string
  workflow: {
    id: string
    version: string | null
    state_variables: Record<string, string | boolean | number> | null
    tracing: { enabled: boolean }
  }
  chatkit_configuration: SessionConfiguration
  rate_limits: { max_requests_per_1_minute: number }
  max_requests_per_1_minute: number
}

/** What a client secret says of its session. A browser can read it: nothing in here is private. */
export const sessionClaimsSchema = z.object({
  sid: z.string(),
  sub: z.string().min(1),
  exp: z.number(),
  workflow: z.object({ id: z.string(), version: z.string().nullable() }),
  configuration: z.object({
    automatic_thread_titling: z.object({ enabled: z.boolean() }),
    file_upload: z.object({ enabled: z.boolean(), max_file_size: z.number(), max_files: z.number() }),
    history: z.object({ enabled: z.boolean(), recent_threads: z.number().nullable() }),
  }),
  requestsPerMinute: z.number(),
})
export type SessionClaims = z.infer<typeof sessionClaimsSchema>
