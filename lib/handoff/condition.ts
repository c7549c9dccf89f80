import * as z from 'zod/mini'
import { fieldPathSchema, fieldValueSchema, questionKeySchema } from './primitives.ts'
import { variantSchema } from './variant.ts'

const plainConditions = [
  z.strictObject({ when: z.literal('always') }),
  z.strictObject({ when: z.literal('never') }),
  z.strictObject({ when: z.literal('amount-at-least'), amount: z.number().check(z.nonnegative()) }),
  z.strictObject({
    when: z.literal('stage-is'),
    stages: z.array(z.string()).check(z.minLength(1)),
  }),
  z.strictObject({ when: z.literal('won') }),
  z.strictObject({
    when: z.literal('variant-is'),
    variants: z.array(variantSchema).check(z.minLength(1)),
  }),
  z.strictObject({
    when: z.literal('field-is'),
    field: fieldPathSchema,
    values: z.array(fieldValueSchema).check(z.minLength(1)),
  }),
  z.strictObject({ when: z.literal('field-empty'), field: fieldPathSchema }),
  z.strictObject({
    when: z.literal('answer-is'),
    question: questionKeySchema,
    values: z.array(z.string()).check(z.minLength(1)),
  }),
  z.strictObject({ when: z.literal('answered'), question: questionKeySchema }),
  z.strictObject({
    when: z.literal('list-has-at-least'),
    question: questionKeySchema,
    count: z.number().check(z.nonnegative()),
  }),
  /** A Salesforce formula that is true when the condition holds. */
  z.strictObject({ when: z.literal('formula'), formula: z.string().check(z.minLength(1)) }),
] as const

/** When something applies. Plain ones are data; anything richer is a Salesforce formula. */
export type Condition =
  | z.infer<(typeof plainConditions)[number]>
  | { when: 'all'; of: Condition[] }
  | { when: 'any'; of: Condition[] }
  | { when: 'not'; of: Condition }

export const conditionSchema: z.ZodMiniType<Condition> = z.lazy(() =>
  z.discriminatedUnion('when', [
    ...plainConditions,
    z.strictObject({ when: z.literal('all'), of: z.array(conditionSchema) }),
    z.strictObject({ when: z.literal('any'), of: z.array(conditionSchema) }),
    z.strictObject({ when: z.literal('not'), of: conditionSchema }),
  ]),
)
