import * as z from 'zod/mini'

/** How well this computer keeps what the user writes. */
export const storageStateSchema = z.object({
  /** As usual; only reading what a newer version wrote; or in the reserve copy, because the database does not open. */
  mode: z.enum(['usual', 'read-only', 'reserve']),
  /** Why it is not as usual, for a report. */
  because: z.string(),
  /** The deals whose words were brought back from the reserve copy, until the user has read it. */
  restored: z.array(z.string()),
  /** How many reserve copies were damaged themselves. */
  lost: z.number(),
  /** Operations that wait for another org or user than the one signed in. */
  held: z.array(z.object({ why: z.enum(['other-org', 'other-user']), host: z.string() })),
  /** Bytes used and allowed, and whether the browser may throw them away; null where it does not say. */
  room: z.nullable(z.object({ used: z.number(), allowed: z.number(), persisted: z.boolean() })),
})
export type StorageState = z.infer<typeof storageStateSchema>

/** What a surface may ask about this computer's storage. */
export const storageRequests = {
  'storage.read': { params: z.object({}), answer: storageStateSchema },
  /** The user has read what was restored. */
  'storage.seen': { params: z.object({}), answer: z.object({}) },
  /** Tries the database again. */
  'storage.retry': { params: z.object({}), answer: storageStateSchema },
} as const
