import * as z from 'zod/mini'
import { answerSchema } from '#lib/handoff/answer.ts'

/** What the worker announces to every surface: past-tense facts with their keys. Surfaces re-read what concerns them. */
export const factSchema = z.discriminatedUnion('fact', [
  z.object({
    fact: z.literal('draft-changed'),
    draftKey: z.string(),
    opportunityId: z.string(),
    revision: z.number(),
    /** The one answer that is new, unless it is long: who knows the revision before need not ask for the draft. */
    answered: z.optional(z.object({ question: z.string(), answer: z.nullable(answerSchema) })),
  }),
  z.object({ fact: z.literal('context-changed'), opportunityId: z.string() }),
  z.object({
    fact: z.literal('outbox-changed'),
    operationKey: z.string(),
    opportunityId: z.string(),
  }),
  z.object({ fact: z.literal('inbox-changed') }),
  z.object({ fact: z.literal('evidence-changed'), draftKey: z.string() }),
  z.object({ fact: z.literal('storage-changed') }),
  z.object({ fact: z.literal('identity-changed') }),
  /** A template was imported, archived or removed. */
  z.object({ fact: z.literal('templates-changed') }),
  /** Another field holds a letter of a methodology. */
  z.object({ fact: z.literal('mapping-changed') }),
  /** The page of a tab now shows another record; panels in that tab ask again. */
  z.object({ fact: z.literal('page-changed'), tabId: z.number() }),
  /** The command was pressed while the panel was already open: focus the first missing answer. */
  z.object({ fact: z.literal('panel-summoned'), tabId: z.number() }),
  /** The panel of that tab is to go to a place in it. */
  z.object({ fact: z.literal('panel-aimed'), tabId: z.number() }),
])
export type Fact = z.infer<typeof factSchema>
