import * as z from 'zod/mini'
import { conditionSchema } from './condition.ts'
import { variantSchema } from './variant.ts'
import { fieldPathSchema, questionKeySchema } from './primitives.ts'
import { rowKinds } from './rows.ts'
import { severities } from './severity.ts'
import { tiers } from './tier.ts'

const sentence = z.string().check(z.minLength(1))

/** What kind of answer a question takes. Repeaters are named as their rows are. */
const answerTypeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('long-text') }),
  z.strictObject({ type: z.literal('number'), unit: z.optional(z.string()) }),
  z.strictObject({ type: z.literal('currency') }),
  z.strictObject({ type: z.literal('date') }),
  /** Options are listed here, or come from the describe of a picklist field. */
  z.strictObject({
    type: z.literal('picklist'),
    field: z.optional(fieldPathSchema),
    options: z.optional(
      z.array(z.strictObject({ value: sentence, label: sentence })).check(z.minLength(1)),
    ),
  }),
  z.strictObject({ type: z.literal('checkbox') }),
  z.strictObject({
    type: z.literal('checklist'),
    items: z.array(z.strictObject({ key: sentence, label: sentence })).check(z.minLength(1)),
  }),
  z.strictObject({ type: z.literal('person') }),
  z.strictObject({ type: z.literal('contact'), role: z.optional(z.string()) }),
  z.strictObject({
    type: z.enum(rowKinds),
  }),
])
export type AnswerType = z.infer<typeof answerTypeSchema>

/** Where a first answer is read from before the user types. */
const prefillSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('field'), field: fieldPathSchema }),
  /** Several fields shown as lines "Label: value". */
  z.strictObject({
    from: z.literal('fields'),
    fields: z.array(fieldPathSchema).check(z.minLength(1)),
  }),
  /** The first contact with one of these roles; with `primary`, the primary contact. */
  z.strictObject({
    from: z.literal('contact-role'),
    roles: z.optional(z.array(sentence)),
    primary: z.optional(z.boolean()),
  }),
  z.strictObject({ from: z.literal('contact-roles') }),
  z.strictObject({ from: z.literal('products') }),
  z.strictObject({ from: z.literal('competitors') }),
  z.strictObject({ from: z.literal('activities') }),
  /** Who works on the deal on our side. */
  z.strictObject({ from: z.literal('team') }),
  /** What the customer has reported and nobody has closed. */
  z.strictObject({ from: z.literal('cases') }),
  /** A field that the admin's mapping table names, such as a MEDDPICC letter. */
  z.strictObject({ from: z.literal('mapped'), key: sentence }),
  z.strictObject({ from: z.literal('previous-handoff'), question: questionKeySchema }),
])
export type Prefill = z.infer<typeof prefillSchema>

/** A demand on an answer: how strong, and when. The strongest that applies counts. */
const requirementSchema = z.strictObject({
  severity: z.enum(severities),
  when: conditionSchema,
  /** For repeaters: how many rows. */
  atLeast: z.optional(z.number().check(z.positive())),
})
export type Requirement = z.infer<typeof requirementSchema>

/** The headings of the brief under which questions are shown. */
export const briefs = [
  'first-actions',
  'people',
  'promised',
  'do-not-reopen',
  'do-not-ask',
  'risks',
  'open-questions',
  'deal',
  'success',
  'next-step',
] as const

export const questionSchema = z.strictObject({
  key: questionKeySchema.check(z.maxLength(120)),
  label: sentence,
  help: sentence,
  example: sentence,
  answer: answerTypeSchema,
  tier: z.enum(tiers),
  /** The customer has said it or may read it: it goes into what they are asked to confirm. */
  toCustomer: z.optional(z.boolean()),
  requirements: z.array(requirementSchema),
  /** Fewer characters than this are "too short": a warning. */
  minLength: z.optional(z.number().check(z.positive())),
  prefill: z.optional(z.array(prefillSchema)),
  /** The Salesforce field this answer is written back to. */
  writeTo: z.optional(fieldPathSchema),
  /** The label of "none, and I asked", such as "None was made, and I asked". Absent: not allowed. */
  none: z.optional(sentence),
  /** Whether "unknown" or "not applicable" satisfies a requirement that blocks. Always satisfies a warning. */
  allowUnknown: z.optional(z.boolean()),
  /** Asked in these variants only. Absent: in all. */
  variants: z.optional(z.array(variantSchema)),
  /** Letters of the methodology packs this question covers, such as `MEDDPICC.champion`. */
  covers: z.optional(z.array(sentence)),
  /** Shown in the brief under this heading. */
  brief: z.optional(z.enum(briefs)),
})
export type Question = z.infer<typeof questionSchema>
