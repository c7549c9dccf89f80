import * as z from 'zod/mini'
import { handoffSchema } from '#lib/handoff/handoff.ts'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { identitySchema } from '#lib/salesforce/identity.ts'
import { orTrouble } from './or-trouble.ts'

export const inboxSchema = z.object({
  identity: z.nullable(identitySchema),
  /** Waiting for me, most urgent first. */
  incoming: z.array(handoffSchema),
  /** Sent by me and not finished. */
  outgoing: z.array(handoffSchema),
  readAt: z.nullable(instantSchema),
})
export type Inbox = z.infer<typeof inboxSchema>

/** What a surface may ask about the handoffs that wait. */
export const inboxRequests = {
  'inbox.read': { params: z.object({ fresh: z.boolean() }), answer: orTrouble(inboxSchema) },
} as const
