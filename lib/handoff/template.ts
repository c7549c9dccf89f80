import * as z from 'zod/mini'
import { bypasses } from './bypass-rule.ts'
import { conditionSchema } from './condition.ts'
import { variantSchema } from './variant.ts'
import { fieldPathSchema, fieldValueSchema, questionKeySchema } from './primitives.ts'
import { questionSchema } from './question.ts'

const sentence = z.string().check(z.minLength(1))
const key = questionKeySchema
/** As long as the fields of a handoff and of a comment that hold it. */
const heldKey = key.check(z.maxLength(80))
const version = z.string().check(z.regex(/^\d+\.\d+\.\d+$/), z.maxLength(20))

export const handoffKinds = ['sdr-ae', 'ae-csm', 'territory', 'csm-csm'] as const
const roles = ['outgoing', 'incoming', 'manager', 'revops'] as const
const roleSchema = z.enum(roles)

const sectionSchema = z.strictObject({
  key: heldKey,
  title: sentence,
  about: z.optional(sentence),
  /** Its share of the score; sections with weight 0 do not count beside others. */
  weight: z.number().check(z.nonnegative()),
  questions: z.array(questionSchema),
})
export type Section = z.infer<typeof sectionSchema>

/** An amount of time before (negative) or after an anchor. Business units skip weekends and holidays; in any unit, what people do by a milestone is due on a working day. */
const offsetSchema = z.strictObject({
  amount: z.number(),
  unit: z.enum(['hours', 'days', 'business-hours', 'business-days']),
})
export type Offset = z.infer<typeof offsetSchema>

const anchors = ['submitted', 'accepted', 'first-meeting', 'won', 'effective', 'kickoff'] as const
const anchorSchema = z.enum(anchors)
export type Anchor = z.infer<typeof anchorSchema>

export const milestoneSchema = z.strictObject({
  key,
  label: sentence,
  kind: z.enum([
    'task',
    'joint-call',
    'internal-sync',
    'shadowing',
    'message',
    'review',
    'rating',
    'exit',
  ]),
  anchor: anchorSchema,
  offset: offsetSchema,
  owner: z.enum(['outgoing', 'incoming', 'both', 'manager', 'system']),
  required: z.boolean(),
  when: z.optional(conditionSchema),
  variants: z.optional(z.array(variantSchema)),
  /** What closes it without anybody doing anything about it: it never becomes a task. */
  doneBy: z.optional(z.enum(['submit', 'accept', 'transfer'])),
})
export type Milestone = z.infer<typeof milestoneSchema>

const phaseNames = ['shadow', 'joint', 'lead', 'exit'] as const
/** A stretch of the transition with exactly one side speaking to the customer. */
export const phasePlanSchema = z.strictObject({
  phase: z.enum(phaseNames),
  anchor: anchorSchema,
  from: offsetSchema,
  to: offsetSchema,
  communicationOwner: z.enum(['outgoing', 'incoming']),
  variants: z.optional(z.array(variantSchema)),
})
export type PhasePlan = z.infer<typeof phasePlanSchema>

export const clocksSchema = z.strictObject({
  decision: offsetSchema,
  remind: z.optional(offsetSchema),
  escalate: z.optional(offsetSchema),
  reassign: z.optional(offsetSchema),
  clarification: offsetSchema,
  firstContact: z.optional(offsetSchema),
})

const declineReasonSchema = z.strictObject({
  code: z.string().check(z.regex(/^[A-Z][A-Z0-9_]*$/), z.maxLength(255)),
  label: sentence,
  /** Questions that this reason says have failed. */
  questions: z.optional(z.array(key)),
  /** The reason cannot be given without naming questions. */
  mustNameQuestions: z.optional(z.boolean()),
  goesTo: z.enum(['sender', 'manager']),
})

const transferSchema = z.strictObject({
  /** When the handoff is usually started. */
  trigger: z.array(sentence).check(z.minLength(1)),
  ownerMoves: z.enum(['on-accept', 'at-phase-end', 'at-effective-date', 'never']),
  afterPhase: z.optional(z.enum(phaseNames)),
})

/** What comes about in Salesforce when a handoff gets a status, besides the move itself. In all texts, `{{deal}}`, `{{customer}}`, `{{outgoing}}`, `{{incoming}}` and `{{today}}` are filled in. */
const effectSchema = z.strictObject({
  status: z.enum([
    'submitted',
    'clarification',
    'declined',
    'accepted',
    'in-transition',
    'completed',
    'cancelled',
  ]),
  /** Fields of the opportunity, such as `Opportunity.NextStep`, and what they get. */
  set: z.optional(z.record(fieldPathSchema, fieldValueSchema)),
  /** What is posted on the opportunity, where the org has Chatter. */
  post: z.optional(sentence.check(z.maxLength(5000))),
  /** A task on the handoff; the manager's is the sender's where no manager is named. */
  task: z.optional(
    z.strictObject({
      subject: sentence,
      owner: z.enum(['outgoing', 'incoming', 'manager']),
      due: offsetSchema,
    }),
  ),
})
export type Effect = z.infer<typeof effectSchema>

/** Everything one kind of handoff asks, schedules and allows. Versioned data, never code. */
export const templateSchema = z.strictObject({
  $schema: z.optional(z.string()),
  key: heldKey,
  version,
  status: z.enum(['draft', 'active', 'archived']),
  kind: z.enum(handoffKinds),
  name: sentence,
  description: sentence,
  /** Holds when this template fits the record. */
  appliesWhen: conditionSchema,
  /** Which variant fits, the first that holds; otherwise standard. */
  variantWhen: z.array(z.strictObject({ variant: variantSchema, when: conditionSchema })),
  variants: z.array(variantSchema).check(z.minLength(1)),
  sections: z.array(sectionSchema).check(z.minLength(1)),
  checklists: z.array(
    z.strictObject({ role: roleSchema, items: z.array(z.strictObject({ key, text: sentence })) }),
  ),
  milestones: z.array(milestoneSchema),
  phases: z.array(phasePlanSchema),
  clocks: clocksSchema,
  declineReasons: z.array(declineReasonSchema),
  ratingAxes: z.array(z.strictObject({ key, label: sentence })),
  transfer: transferSchema,
  /** Whether it may be sent although something blocks, when a manager stands behind it. Absent: it may. */
  bypass: z.optional(z.enum(bypasses)),
  onStatus: z.optional(z.array(effectSchema)),
  methodology: z.array(z.enum(['MEDDPICC', 'MEDDIC', 'BANT', 'SPICED'])),
  /** Which Salesforce field holds a methodology letter in this org; an admin edits it. */
  mapping: z.record(z.string(), z.union([fieldPathSchema, z.null()])),
})
export type Template = z.infer<typeof templateSchema>
