import * as z from 'zod/mini'
import { answerSchema } from '#lib/handoff/answer.ts'
import { commitmentStates } from '#lib/handoff/commitment.ts'
import { customerStates, outcomeDays } from '#lib/handoff/customer-outcome.ts'
import { daySchema, personSchema } from '#lib/handoff/primitives.ts'
import { saidSubjects } from '#lib/handoff/said-back.ts'
import { causes, harms } from '#lib/handoff/trace.ts'
import { orTrouble } from './or-trouble.ts'
import { outboxItemSchema } from './outbox-item.ts'

const handoffId = { handoffId: z.string() }
const place = { question: z.nullable(z.string()), section: z.nullable(z.string()) }
const answer = orTrouble(outboxItemSchema)
const mark = z.number().check(z.minimum(1), z.maximum(5))
const day = z.union([daySchema, z.literal('')])

/** What the recipient, and the sender in return, do with a handoff between submitting and completing. */
export const receivingRequests = {
  /** Tells the sender that the recipient has opened it; once, whoever asks. */
  'packet.view': { params: z.object(handoffId), answer: z.object({}) },
  /** Tells which sections the recipient has read. */
  'packet.review': {
    params: z.object({ ...handoffId, sections: z.array(z.string()).check(z.minLength(1)) }),
    answer,
  },
  'handoff.ask': {
    params: z.object({
      ...handoffId,
      asked: z.array(z.object({ ...place, question: z.string(), body: z.string() })),
    }),
    answer,
  },
  /** Answers questions of the recipient, with the answers that change in the packet. */
  'handoff.reply': {
    params: z.object({
      ...handoffId,
      replies: z.array(z.object({ commentId: z.string(), body: z.string() })),
      answers: z.record(z.string(), answerSchema),
    }),
    answer,
  },
  /** What the sender makes of what was said back. */
  'handoff.verdict': {
    params: z.object({
      ...handoffId,
      corrections: z.array(z.object({ about: z.enum(saidSubjects), words: z.string() })),
    }),
    answer,
  },
  /** A remark; the colleague named gets a task. */
  'handoff.comment': {
    params: z.object({
      ...handoffId,
      ...place,
      body: z.string(),
      mentioned: z.array(personSchema),
      followUp: z.nullable(z.object({ owner: personSchema, day: z.nullable(daySchema) })),
    }),
    answer,
  },
  /** Reminds the recipient, who has not decided yet; the words may be empty. */
  'handoff.remind': { params: z.object({ ...handoffId, words: z.string() }), answer },
  'handoff.resolve': { params: z.object({ ...handoffId, commentId: z.string() }), answer },
  'handoff.promise': {
    params: z.object({
      ...handoffId,
      commitmentId: z.string(),
      state: z.enum(commitmentStates),
      note: z.string(),
      due: z.optional(day),
    }),
    answer,
  },
  /** A promise that nobody had written down. */
  'handoff.surprise': {
    params: z.object({
      ...handoffId,
      words: z.string(),
      toWhom: z.string(),
      byWhom: z.string(),
      due: day,
    }),
    answer,
  },
  /** What held it up, and at which step. */
  'handoff.friction': {
    params: z.object({ ...handoffId, step: z.string(), cause: z.string(), words: z.string() }),
    answer,
  },
  'handoff.rate': {
    params: z.object({ ...handoffId, ratings: z.record(z.string(), mark), comment: z.string() }),
    answer,
  },
  /** How the customer stands so many days after the acceptance. */
  'handoff.outcome': {
    params: z.object({
      ...handoffId,
      after: z.literal(outcomeDays),
      customer: z.enum(customerStates),
      words: z.string(),
    }),
    answer,
  },
  /** That the deal suffered from the handoff, and from what of it. */
  'handoff.trace': {
    params: z.object({
      ...handoffId,
      harm: z.enum(harms),
      cause: z.enum(causes),
      about: z.string(),
      words: z.string(),
    }),
    answer,
  },
  'handoff.pulse': {
    params: z.object({
      ...handoffId,
      pulse: z.object({
        repeat: z.exactOptional(mark),
        delay: z.exactOptional(mark),
        consistent: z.exactOptional(mark),
        comment: z.string(),
      }),
    }),
    answer,
  },
} as const
