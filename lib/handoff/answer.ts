import * as z from 'zod/mini'
import {
  daySchema,
  fieldPathSchema,
  fieldValueSchema,
  instantSchema,
  personSchema,
} from './primitives.ts'
import { personParts, rowSchemas } from './rows.ts'
import { tiers } from './tier.ts'

const rows = <Kind extends keyof typeof rowSchemas>(kind: Kind) =>
  z.object({ type: z.literal(kind), rows: z.array(rowSchemas[kind]) })

/** What was answered, by the type of the question. */
export const valueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('number'), number: z.number() }),
  z.object({ type: z.literal('currency'), amount: z.number(), currency: z.string() }),
  z.object({ type: z.literal('date'), date: daySchema }),
  z.object({ type: z.literal('picklist'), value: z.string() }),
  z.object({ type: z.literal('checkbox'), checked: z.boolean() }),
  z.object({ type: z.literal('checklist'), checked: z.array(z.string()) }),
  z.object({ type: z.literal('person'), userId: z.string(), name: z.string() }),
  z.object({
    type: z.literal('contact'),
    contactId: z.string(),
    name: z.string(),
    title: z.string(),
    email: z.string(),
    phone: z.string(),
    role: z.string(),
    note: z.string(),
    strength: z.enum(['', 'weak', 'medium', 'strong']),
    ...personParts,
  }),
  rows('people'),
  rows('commitments'),
  rows('objections'),
  rows('competitors'),
  rows('successCriteria'),
  rows('risks'),
  rows('links'),
  rows('evidence'),
  rows('products'),
  rows('decisions'),
  rows('responsibilities'),
])
export type Value = z.infer<typeof valueSchema>

/** What was read in Salesforce. `asRead` is the raw value, to notice later changes; null or nothing: it was empty. */
const fromSalesforceSchema = z.object({
  from: z.literal('salesforce'),
  label: z.string(),
  field: z.optional(fieldPathSchema),
  recordId: z.optional(z.string()),
  asRead: z.union([fieldValueSchema, z.array(fieldValueSchema)]),
  changedAt: z.optional(instantSchema),
  readAt: instantSchema,
})
export type FromSalesforce = z.infer<typeof fromSalesforceSchema>

/** Where an answer came from. */
const provenanceSchema = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('typed'),
    /** What Salesforce held when it was typed, or when the user chose to keep it. */
    over: z.optional(fromSalesforceSchema),
  }),
  fromSalesforceSchema,
  z.object({
    from: z.literal('previous-handoff'),
    handoffId: z.string(),
    /** Auto number, such as HO-00042. */
    name: z.string(),
    /** Who gave that answer, and when. */
    by: z.optional(z.string()),
    at: z.optional(instantSchema),
  }),
])
export type Provenance = z.infer<typeof provenanceSchema>

/** Something that backs an answer: a record of Salesforce or a quotation from elsewhere. */
const evidenceSchema = z.object({
  id: z.string(),
  kind: rowSchemas.evidence.shape.kind,
  title: z.string(),
  recordId: z.string(),
  at: z.string(),
  quote: z.string(),
  url: z.string(),
  /** Only of links: whether its author has made sure. */
  recipientCanOpen: z.optional(z.boolean()),
})
export type Evidence = z.infer<typeof evidenceSchema>

const about = { by: personSchema, at: instantSchema }

/** One answer. Not answering is said in one of four ways, never by an empty text. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('given'),
    value: valueSchema,
    provenance: provenanceSchema,
    evidence: z.array(evidenceSchema),
    tier: z.optional(z.enum(tiers)),
    ...about,
  }),
  /** "None, and I asked": signed. */
  z.object({ kind: z.literal('none'), ...about }),
  z.object({ kind: z.literal('unknown-not-asked'), ...about }),
  z.object({
    kind: z.literal('unknown-asked'),
    who: z.string(),
    until: z.union([daySchema, z.literal('')]),
    ...about,
  }),
  z.object({ kind: z.literal('not-applicable'), why: z.string(), ...about }),
])
export type Answer = z.infer<typeof answerSchema>
export type GivenAnswer = Extract<Answer, { kind: 'given' }>

export const answersSchema = z.record(z.string(), answerSchema)
export type Answers = Readonly<Record<string, Answer>>
