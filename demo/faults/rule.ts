import * as z from 'zod'

const milliseconds = z.number().nonnegative()

/** What goes wrong. Whatever the org does before it goes wrong has been done, and stays. */
const effectSchema = z.discriminatedUnion('kind', [
  /** The request is answered as usual, but later. */
  z.object({ kind: z.literal('delay'), milliseconds }),
  /** The request never reaches the org, and the connection is cut. */
  z.object({ kind: z.literal('drop') }),
  /** The org does what it was asked, then the connection is cut without an answer. */
  z.object({ kind: z.literal('cut') }),
  /** The org does what it was asked; half of the answer's body comes, then the connection is cut. */
  z.object({ kind: z.literal('half') }),
  /** The answer comes in small pieces, so many milliseconds apart. */
  z.object({
    kind: z.literal('drip'),
    milliseconds,
    bytes: z.number().int().positive().default(64),
  }),
  /** A page in the place of JSON, as proxies and maintenance windows send it. */
  z.object({
    kind: z.literal('html'),
    status: z.number().int().default(200),
    html: z.string().default('<html><body><h1>We are down for maintenance.</h1></body></html>'),
  }),
  /** Any status and error code; inside a composite the part concerned gets it. */
  z.object({
    kind: z.literal('error'),
    status: z.number().int().min(300).max(599),
    errorCode: z.string().default('UNKNOWN_EXCEPTION'),
    message: z.string().default('An unexpected error occurred.'),
    fields: z.array(z.string()).optional(),
    headers: z.record(z.string(), z.string()).default({}),
    /** True: the org does what it was asked first. */
    afterwards: z.boolean().default(false),
  }),
  /** Saves of a record, or of an object's records, find the row locked. */
  z.object({
    kind: z.literal('lock'),
    object: z.string().optional(),
    record: z.string().optional(),
  }),
])

/** One thing to go wrong, and when. */
export const faultRuleSchema = z.object({
  effect: effectSchema,
  /** A regular expression on path and query; all requests when left out. */
  path: z.string().default(''),
  /** Any method when left out. */
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .optional(),
  /** How often it goes wrong; 0 for always. */
  times: z.number().int().nonnegative().default(1),
  /** How many requests pass first. */
  after: z.number().int().nonnegative().default(0),
  /** How likely it goes wrong, from 0 to 1. */
  probability: z.number().min(0).max(1).default(1),
  /** Makes the chance repeatable; without it the org's own chance is used. */
  seed: z.number().int().optional(),
})

export type Effect = z.infer<typeof effectSchema>
export type FaultRule = z.infer<typeof faultRuleSchema>
