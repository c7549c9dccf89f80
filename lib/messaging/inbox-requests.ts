import * as z from 'zod/mini'
import { inboxItemSchema } from '#lib/handoff/inbox-item.ts'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { identitySchema } from '#lib/salesforce/identity.ts'
import { orTrouble } from './or-trouble.ts'

export const inboxSchema = z.object({
  identity: z.nullable(identitySchema),
  /** Every handoff that concerns me; what each means to me is computed from it. */
  items: z.array(inboxItemSchema),
  readAt: z.nullable(instantSchema),
})
export type Inbox = z.infer<typeof inboxSchema>

/** What a surface may ask about the handoffs that wait. */
export const inboxRequests = {
  /** Whether accepting this handoff asks for more than a press, so that it is done where it can be read. */
  'inbox.gate': {
    params: z.object({ handoffId: z.string() }),
    answer: orTrouble(z.object({ opensPanel: z.boolean() })),
  },
  'inbox.read': { params: z.object({ fresh: z.boolean() }), answer: orTrouble(inboxSchema) },
  /** Asks Salesforce; a list that has changed is announced, so that an unchanged one crosses once. */
  'inbox.refresh': {
    /** Whether somebody sees it: a page behind others reads it again too, when somebody signs in. */
    params: z.object({ isSeen: z.boolean() }),
    answer: orTrouble(z.object({ readAt: z.nullable(instantSchema) })),
  },
} as const
