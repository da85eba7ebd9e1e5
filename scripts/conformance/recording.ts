import { z } from 'zod'

const json = z.record(z.string(), z.unknown())

/** What a responder or a handler of the recording does, in order. */
export const scriptStepSchema = z.union([
  z.strictObject({ yield: json }),
  z.strictObject({ set_title: z.string().nullable() }),
  z.strictObject({ set_status: json }),
  z.strictObject({ set_metadata: json }),
  z.strictObject({ store_item: json }),
  z.strictObject({ raise_custom: z.object({ message: z.string(), allow_retry: z.boolean().default(false) }) }),
  z.strictObject({ raise_stream_error: z.object({ allow_retry: z.boolean().nullish() }) }),
  z.strictObject({ raise: z.string() }),
  z.strictObject({ wait: z.literal(true) }),
  z.strictObject({
    stream_widget: z.object({
      states: z.array(json).min(1),
      streamed: z.boolean().default(true),
      copy_text: z.string().nullish(),
    }),
  }),
  z.strictObject({ updated_item: json.nullable() }),
])
export type ScriptStep = z.infer<typeof scriptStepSchema>

/** One request, what the server's side did on it, and what was answered. */
export const stepSchema = z.strictObject({
  request: z.looseObject({ type: z.string(), params: json.default({}) }),
  script: z.array(scriptStepSchema).default([]),
  abort: z.boolean().default(false),
  stream: z.array(json).optional(),
  json: json.optional(),
  broke_off: z.string().optional(),
  rejected: z.string().optional(),
  calls: z.array(json).default([]),
})
export type Step = z.infer<typeof stepSchema>

/** Steps on one fresh server, and what its store holds at the end. */
export const scenarioSchema = z.strictObject({
  steps: z.array(stepSchema),
  stored: z.record(z.string(), z.array(json)),
})
export type Scenario = z.infer<typeof scenarioSchema>
