import * as z from 'zod/mini'
import { recordIdSchema } from '#lib/handoff/primitives.ts'
import { contextRequests } from './context-requests.ts'
import { draftRequests } from './draft-requests.ts'
import { outboxRequests } from './outbox-requests.ts'
import { signInRequests } from './sign-in-requests.ts'

/** The page a panel sits on: its opportunity, or null when the page shows none, and what this computer has of it. */
const pageSchema = z.object({
  opportunityId: z.nullable(recordIdSchema),
  host: z.nullable(z.string()),
  here: z.nullable(
    z.object({
      context: contextRequests['context.read'].answer,
      draft: draftRequests['draft.read'].answer,
      outbox: outboxRequests['outbox.read'].answer,
      policy: signInRequests['policy.read'].answer,
      /** The templates that do not come with Segue. */
      ownTemplates: z.array(z.object({ key: z.string(), version: z.string() })),
    }),
  ),
})

/** A place in the panel: an answer, or the beginning of a decision, which the user then makes. */
export const panelAimSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('answer'), question: z.string() }),
  z.object({ at: z.literal('accept') }),
  z.object({ at: z.literal('ask') }),
])
export type PanelAim = z.infer<typeof panelAimSchema>

/** What a surface may ask about its page, its tab and the keyboard. */
export const pageRequests = {
  /** The page this panel sits on; the worker reads it from the sender's tab, never from the message. */
  'page.read': {
    /** What the content script named the panel's frame. */
    params: z.object({ pass: z.optional(z.string()) }),
    answer: pageSchema,
  },
  /** Opens a record of the org in a tab, with the panel open when asked. */
  'record.open': {
    params: z.object({
      recordId: z.string(),
      panel: z.boolean(),
      aim: z.optional(panelAimSchema),
    }),
    answer: z.object({}),
  },
  /** Where this panel is to be opened; asked once, and forgotten then. */
  'panel.aim': { params: z.object({}), answer: z.object({ aim: z.nullable(panelAimSchema) }) },
  /** Closes the panel of this tab and returns the focus to the page. */
  'panel.close': { params: z.object({}), answer: z.object({}) },
  'panel.width': { params: z.object({ width: z.number() }), answer: z.object({}) },
  /** The keys really bound to the command, such as `Alt+Shift+H`; empty when none is. */
  'shortcut.read': { params: z.object({}), answer: z.object({ keys: z.string() }) },
} as const
