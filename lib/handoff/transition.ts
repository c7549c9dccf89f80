import * as z from 'zod/mini'
import { daySchema, instantSchema, personSchema } from './primitives.ts'
import { milestoneSchema, phasePlanSchema } from './template.ts'

const { phase, communicationOwner } = phasePlanSchema.shape

/** A stretch of days in which one side speaks to the customer. */
export const phaseSchema = z.object({
  phase,
  communicationOwner,
  /** The first day. */
  from: daySchema,
  /** The first day that no longer belongs to it. */
  until: daySchema,
})
export type Phase = Readonly<z.infer<typeof phaseSchema>>

const { key, label, kind, owner, required, anchor, doneBy } = milestoneSchema.shape

/** A milestone of one handoff. */
export const datedMilestoneSchema = z.object({
  key,
  label,
  kind,
  owner,
  required,
  anchor,
  doneBy,
  /** Null until its anchor has a date. */
  at: z.nullable(instantSchema),
  /** The day in the calendar's time zone. */
  day: z.nullable(daySchema),
  status: z.enum(['open', 'done', 'skipped']),
  /** A person set the date: it no longer moves with its anchor. */
  touched: z.boolean(),
  /** Why it is not needed, or what shows that it is done. */
  note: z.optional(z.string()),
  /** When it takes place, as far as it was arranged here. */
  meetingAt: z.optional(instantSchema),
  /** Its tasks were made. */
  tasked: z.optional(z.boolean()),
  /** Days it was planned for before: a task that still shows one has not been moved by hand. */
  before: z.optional(z.array(daySchema)),
})
export type DatedMilestone = Readonly<z.infer<typeof datedMilestoneSchema>>

/** What was said about the next meeting with the customer, or about a message that went out. */
const remarkSchema = z.object({ by: personSchema, at: instantSchema, words: z.string() })

/** How a deal goes from one person to the other, as `Phases__c` holds it. */
export const transitionSchema = z.object({
  v: z.literal(1),
  phases: z.array(phaseSchema),
  /** Where its days were planned: they are the same days wherever they are read. */
  timeZone: z.optional(z.string()),
  /** A person has set the days of the phases: they no longer move by themselves. */
  ownPhases: z.optional(z.boolean()),
  milestones: z.array(datedMilestoneSchema),
  /** Why no further meeting with the customer is needed. */
  noMeeting: z.optional(remarkSchema),
})
export type Transition = z.infer<typeof transitionSchema>

/** A task of a handoff as Salesforce holds it. */
export const handoffTaskSchema = z.object({
  id: z.string(),
  /** The milestone it stands for; null for every other task. */
  milestone: z.nullable(z.string()),
  /** Whether it reminds of a decision. */
  reminds: z.exactOptional(z.boolean()),
  subject: z.string(),
  day: z.nullable(daySchema),
  isClosed: z.boolean(),
  owner: z.nullable(personSchema),
})
export type HandoffTask = z.infer<typeof handoffTaskSchema>
