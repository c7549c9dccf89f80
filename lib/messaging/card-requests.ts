import * as z from 'zod/mini'
import { instantSchema } from '#lib/handoff/primitives.ts'
import { orTrouble } from './or-trouble.ts'
import { outboxItemSchema } from './outbox-item.ts'

const lineSchema = z.object({
  text: z.string(),
  question: z.string(),
  label: z.string(),
  row: z.exactOptional(z.string()),
})

const repeatCardSchema = z.object({
  handoffId: z.string(),
  opportunityName: z.string(),
  acceptedAt: instantSchema,
  answered: z.array(lineSchema),
  closed: z.array(lineSchema),
  repeated: z.array(z.string()),
})

/** What the card on a record page may ask. */
export const cardRequests = {
  /** The card of the page's deal; null when there is none to show. */
  'card.read': {
    params: z.object({ pass: z.optional(z.string()) }),
    answer: orTrouble(z.nullable(repeatCardSchema)),
  },
  /** Takes the card from the page; with a handoff, for good. */
  'card.close': { params: z.object({ handoffId: z.nullable(z.string()) }), answer: z.object({}) },
  /** Opens the panel where an answer stands. */
  'card.show': { params: z.object({ question: z.string() }), answer: z.object({}) },
  /** The customer had to say something again that was in the handoff. */
  'handoff.repeat': {
    params: z.object({ handoffId: z.string(), question: z.string(), note: z.string() }),
    answer: orTrouble(outboxItemSchema),
  },
} as const
