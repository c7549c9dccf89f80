import * as z from 'zod/mini'
import { answerSchema } from '#lib/handoff/answer.ts'
import { variantSchema } from '#lib/handoff/condition.ts'
import { draftSchema } from '#lib/handoff/draft.ts'
import { handoffSchema } from '#lib/handoff/handoff.ts'
import { instantSchema, personSchema, recordIdSchema } from '#lib/handoff/primitives.ts'
import { type Context, contextSchema } from '#lib/salesforce/context.ts'
import { type Identity, identitySchema } from '#lib/salesforce/identity.ts'
import { outboxItemSchema } from './outbox-item.ts'
import { troubleSchema } from './trouble.ts'

/** Either what was asked for, or the trouble that stood in the way. Never a thrown string. */
const orTrouble = <T extends z.ZodMiniType>(value: T) =>
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('ok'), value }),
    z.object({ outcome: z.literal('trouble'), trouble: troubleSchema }),
  ])

/** The page a panel sits on: its opportunity, or null when the page shows none. */
const pageSchema = z.object({
  opportunityId: z.nullable(recordIdSchema),
  host: z.nullable(z.string()),
})

export type { Context, Identity }

export const inboxSchema = z.object({
  identity: z.nullable(identitySchema),
  /** Waiting for me, most urgent first. */
  incoming: z.array(handoffSchema),
  /** Sent by me and not finished. */
  outgoing: z.array(handoffSchema),
  readAt: z.nullable(instantSchema),
})
export type Inbox = z.infer<typeof inboxSchema>

const foundUserSchema = z.extend(personSchema, {
  title: z.string(),
  email: z.string(),
  department: z.string(),
  /** Why this person is suggested, such as "account team". Empty for a plain hit. */
  why: z.string(),
})
export type FoundUser = z.infer<typeof foundUserSchema>

const opportunity = { opportunityId: recordIdSchema }
const draftKey = { draftKey: z.string() }

/** What a surface may ask of the worker: parameters and answer of each request. The worker parses both. */
export const requests = {
  /** The page this panel sits on; the worker reads it from the sender's tab, never from the message. */
  'page.read': { params: z.object({}), answer: pageSchema },
  'identity.read': { params: z.object({}), answer: orTrouble(identitySchema) },
  /** The context from this computer at once (`fresh: false`), or from Salesforce in one call. Null: nothing cached. */
  'context.read': {
    params: z.object({ ...opportunity, fresh: z.boolean() }),
    answer: orTrouble(z.nullable(contextSchema)),
  },
  'draft.read': { params: z.object(opportunity), answer: z.nullable(draftSchema) },
  /** Starts a draft prefilled from the context; answers with the one that is already there, if any. */
  'draft.start': {
    params: z.object({
      ...opportunity,
      templateKey: z.optional(z.string()),
      variant: z.optional(variantSchema),
    }),
    answer: orTrouble(draftSchema),
  },
  /** Stores one answer (null removes it). Answers once it is on disk. */
  'draft.answer': {
    params: z.object({ ...draftKey, question: z.string(), answer: z.nullable(answerSchema) }),
    answer: orTrouble(z.object({ revision: z.number(), savedAt: instantSchema })),
  },
  'draft.change': {
    params: z.object({
      ...draftKey,
      change: z.partial(
        z.pick(draftSchema, {
          recipient: true,
          variant: true,
          unticked: true,
          bypass: true,
          template: true,
        }),
      ),
    }),
    answer: orTrouble(draftSchema),
  },
  /** Fills unanswered questions from what Salesforce holds now. */
  'draft.refresh': { params: z.object(draftKey), answer: orTrouble(draftSchema) },
  'draft.discard': {
    params: z.object(draftKey),
    answer: orTrouble(z.object({ undo: draftSchema })),
  },
  'draft.restore': { params: z.object({ draft: draftSchema }), answer: orTrouble(draftSchema) },
  'users.search': {
    params: z.object({ ...opportunity, text: z.string() }),
    answer: orTrouble(z.array(foundUserSchema)),
  },
  /** Moves the draft to the outbox in one transaction and starts sending. `revision` is what the user reviewed. */
  'handoff.submit': {
    params: z.object({ ...draftKey, revision: z.number() }),
    answer: orTrouble(outboxItemSchema),
  },
  'handoff.accept': {
    params: z.object({ handoffId: z.string(), note: z.string() }),
    answer: orTrouble(outboxItemSchema),
  },
  'handoff.decline': {
    params: z.object({
      handoffId: z.string(),
      reasons: z.array(z.string()).check(z.minLength(1)),
      comment: z.string(),
      questions: z.array(z.string()),
    }),
    answer: orTrouble(outboxItemSchema),
  },
  'handoff.withdraw': {
    params: z.object({ handoffId: z.string() }),
    answer: orTrouble(outboxItemSchema),
  },
  'outbox.read': {
    params: z.object({ opportunityId: z.optional(recordIdSchema) }),
    answer: z.array(outboxItemSchema),
  },
  'outbox.retry': {
    params: z.object({ operationKey: z.string() }),
    answer: orTrouble(outboxItemSchema),
  },
  /** Settles a conflict: for each field keep `mine` or take `theirs`; or gives the operation up and returns to the draft. */
  'outbox.resolve': {
    params: z.object({
      operationKey: z.string(),
      choice: z.discriminatedUnion('as', [
        z.object({
          as: z.literal('fields'),
          keep: z.record(z.string(), z.enum(['mine', 'theirs'])),
        }),
        z.object({ as: z.literal('back-to-draft') }),
      ]),
    }),
    answer: orTrouble(z.nullable(outboxItemSchema)),
  },
  'inbox.read': { params: z.object({ fresh: z.boolean() }), answer: orTrouble(inboxSchema) },
  /** Opens a record of the org in a tab, with the panel open when asked. */
  'record.open': {
    params: z.object({ recordId: z.string(), panel: z.boolean() }),
    answer: z.object({}),
  },
  /** Closes the panel of this tab and returns the focus to the page. */
  'panel.close': { params: z.object({}), answer: z.object({}) },
  'panel.width': { params: z.object({ width: z.number() }), answer: z.object({}) },
  /** The keys really bound to the command, such as `Alt+Shift+H`; empty when none is. */
  'shortcut.read': { params: z.object({}), answer: z.object({ keys: z.string() }) },
} as const

type Requests = typeof requests
export type RequestName = keyof Requests
export type Params<Name extends RequestName> = z.infer<Requests[Name]['params']>
export type AnswerOf<Name extends RequestName> = z.infer<Requests[Name]['answer']>

type Parse<Value> = { readonly parse: (value: unknown) => Value }

/** The same declarations, seen as what parses each request's parameters and answer. */
export const crossings: {
  readonly [Name in RequestName]: {
    readonly params: Parse<Params<Name>>
    readonly answer: Parse<AnswerOf<Name>>
  }
} = requests
