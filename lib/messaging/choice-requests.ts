import * as z from 'zod/mini'
import { variantSchema } from '#lib/handoff/variant.ts'
import { draftSchema } from '#lib/handoff/draft.ts'
import { orTrouble } from './or-trouble.ts'

const draftKey = { draftKey: z.string() }

const choicesSchema = z.object({
  templates: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      description: z.string(),
      /** When a handoff with it is usually started. */
      trigger: z.array(z.string()),
      variants: z.array(variantSchema),
      /** The variant that fits the deal. */
      variant: variantSchema,
    }),
  ),
  /** The template that the rules choose for the deal as it is now; null when there is none. */
  fitting: z.nullable(z.string()),
})
export type Choices = z.infer<typeof choicesSchema>

/** What a surface may ask about the template that a draft is written with. */
export const choiceRequests = {
  /** What this draft can be written with, and what fits its deal now. */
  'choice.read': { params: z.object(draftKey), answer: orTrouble(choicesSchema) },
  /** Writes the draft with another template or variant: every answer is kept. */
  'choice.take': {
    params: z.object({ ...draftKey, templateKey: z.string(), variant: variantSchema }),
    answer: orTrouble(draftSchema),
  },
  /** Takes that back, as long as nothing was written since; `draft` is as it was before. */
  'choice.revert': {
    params: z.object({ draft: draftSchema, revision: z.number() }),
    answer: orTrouble(draftSchema),
  },
} as const
