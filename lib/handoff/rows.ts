import * as z from 'zod/mini'
import { daySchema } from './primitives.ts'
import type { Tier } from './tier.ts'

const text = z.string()
const id = z.string().check(z.minLength(1))
const dayOrEmpty = z.union([daySchema, z.literal('')])
const yesNoUnknown = z.enum(['yes', 'no', 'unknown'])

/** Remarks about a person go no further than the account team. */
const remarkTiers = ['me', 'recipient', 'account-team'] as const satisfies readonly Tier[]

/** What is to become of somebody in Salesforce; empty or absent: nothing. */
export const personParts = {
  /** Which part of the name is the last name of somebody who is to be made a contact. */
  lastName: z.exactOptional(text),
  /** The role to be written over the one that Salesforce has. */
  newRole: z.exactOptional(text),
} as const

/** The shape of one row of each repeater. Empty text means "not filled in yet". */
export const rowSchemas = {
  people: z.object({
    id,
    contactId: text,
    name: text,
    title: text,
    role: text,
    finalSay: z.boolean(),
    style: text,
    channel: text,
    cadence: text,
    taboos: text,
    /** Who reads the remarks about this person. */
    readers: z.prefault(z.enum(remarkTiers), 'recipient'),
    ...personParts,
  }),
  commitments: z.object({
    id,
    words: text,
    toWhom: text,
    byWhom: text,
    due: dayOrEmpty,
    source: text,
    inContract: yesNoUnknown,
    stretch: z.boolean(),
  }),
  objections: z.object({
    id,
    objection: text,
    raisedBy: text,
    handled: text,
    resonated: text,
    status: z.enum(['open', 'resolved']),
    unstated: z.boolean(),
    doNotReopen: z.boolean(),
  }),
  competitors: z.object({
    id,
    name: text,
    status: z.enum(['incumbent', 'evaluated', 'eliminated']),
    why: text,
    threat: text,
  }),
  successCriteria: z.object({
    id,
    useCase: text,
    metric: text,
    baseline: text,
    target: text,
    by: dayOrEmpty,
    validated: z.enum(['customer', 'assumed']),
  }),
  risks: z.object({
    id,
    risk: text,
    severity: z.enum(['low', 'medium', 'high']),
    mitigation: text,
    owner: text,
  }),
  links: z.object({ id, label: text, url: text, moment: text, recipientCanOpen: z.boolean() }),
  evidence: z.object({
    id,
    recordId: text,
    kind: z.enum(['call', 'meeting', 'email', 'note', 'task', 'link', 'file', 'other']),
    title: text,
    at: text,
    quote: text,
    url: text,
  }),
  products: z.object({ id, name: text, quantity: z.number(), totalPrice: z.number() }),
  decisions: z.object({ id, decision: text, reason: text, on: dayOrEmpty }),
  responsibilities: z.object({
    id,
    task: text,
    who: z.enum(['outgoing', 'incoming', 'other']),
    name: text,
  }),
} as const

export type RowKind = keyof typeof rowSchemas
export type Row<Kind extends RowKind = RowKind> = z.infer<(typeof rowSchemas)[Kind]>

/** Every kind of repeater. */
export const rowKinds = [
  'people',
  'commitments',
  'objections',
  'competitors',
  'successCriteria',
  'risks',
  'links',
  'evidence',
  'products',
  'decisions',
  'responsibilities',
] as const satisfies readonly RowKind[]
