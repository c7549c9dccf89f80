import * as z from 'zod/mini'
import { templateSchema } from '#lib/handoff/template.ts'
import { recordIdSchema } from '#lib/handoff/primitives.ts'
import { metSchema } from '#lib/handoff/trial.ts'
import { orTrouble } from './or-trouble.ts'

const reference = { key: z.string(), version: z.string() }
const status = templateSchema.shape.status

const problemSchema = z.object({
  path: z.string(),
  sentence: z.string(),
  line: z.optional(z.number()),
  column: z.optional(z.number()),
})

/** A template in a list. */
export const listedTemplateSchema = z.object({
  ...reference,
  name: z.string(),
  kind: templateSchema.shape.kind,
  status,
  from: z.enum(['built-in', 'import', 'policy']),
  /** Comes with Segue or from the company: it cannot be changed here. */
  isLocked: z.boolean(),
  /** The company offers others only. */
  isLeftOut: z.boolean(),
  questions: z.number(),
})
export type ListedTemplate = z.infer<typeof listedTemplateSchema>

/** What became of an import. */
const importedSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('kept'), ...reference }),
  z.object({ outcome: z.literal('faulty'), problems: z.array(problemSchema) }),
])

/** What a surface may ask about templates and their place in an org. */
export const templateRequests = {
  'template.list': { params: z.object({}), answer: z.array(listedTemplateSchema) },
  /** A template of that version, else the newest of that key; null without one. */
  'template.read': { params: z.object(reference), answer: z.nullable(templateSchema) },
  'template.import': { params: z.object({ text: z.string() }), answer: importedSchema },
  /** What a template that is imported is held against: what describe has said of this org, and all templates. */
  'template.surroundings': {
    params: z.object({}),
    answer: z.object({
      org: z.object({
        types: z.record(z.string(), z.string()),
        locked: z.array(z.string()),
        choices: z.record(z.string(), z.array(z.object({ value: z.string() }))),
      }),
      templates: z.array(templateSchema),
    }),
  },
  'template.status': {
    params: z.object({ ...reference, status }),
    answer: orTrouble(z.object({})),
  },
  /** Refused while drafts on this computer are written with it. */
  'template.remove': { params: z.object(reference), answer: orTrouble(z.object({})) },
  /** The deals that were last handed over or won, as far as the user may read them, and where their pages are. */
  'template.deals': {
    params: z.object({}),
    answer: orTrouble(
      z.object({
        deals: z.array(z.object({ opportunityId: recordIdSchema, name: z.string() })),
        origin: z.string(),
      }),
    ),
  },
  /** What is found in a handoff of a deal, begun now with that very version. Nothing of it is kept or written. */
  'template.try': {
    params: z.object({ ...reference, opportunityId: recordIdSchema }),
    answer: orTrouble(z.array(metSchema)),
  },
  /** Which field holds which methodology letter in the org at hand, and what there is to choose from. */
  'mapping.read': {
    params: z.object({}),
    answer: orTrouble(
      z.object({
        orgName: z.string(),
        letters: z.array(z.object({ key: z.string(), label: z.string() })),
        mapping: z.record(z.string(), z.union([z.string(), z.null()])),
        fields: z.array(z.object({ path: z.string(), label: z.string(), type: z.string() })),
      }),
    ),
  },
  'mapping.keep': {
    params: z.object({ mapping: z.record(z.string(), z.union([z.string(), z.null()])) }),
    answer: orTrouble(z.object({})),
  },
} as const
