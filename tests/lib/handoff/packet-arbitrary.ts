import fc from 'fast-check'
import { answersSchema } from '#lib/handoff/answer.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import type { BriefSource } from '#lib/handoff/brief-source.ts'
import { variants } from '#lib/handoff/variant.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import type { Template } from '#lib/handoff/template.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { answers } from './arbitraries.ts'
import { ana, ben } from './builders.ts'

/** Answers to some of a template's questions. */
export function answersTo(template: Template): fc.Arbitrary<Record<string, Answer>> {
  const each = questionsOf(template).map(({ key, answer }) => [key, answers(answer)] as const)
  return fc
    .record(Object.fromEntries(each), { requiredKeys: [] })
    .map((some) => answersSchema.parse(some))
}

export const shippedTemplates = fc.constantFrom(...builtInTemplates)

/** A handoff of any built-in template. */
export const briefSources: fc.Arbitrary<BriefSource> = shippedTemplates.chain((template) =>
  fc
    .record({ answers: answersTo(template), variant: fc.constantFrom(...variants) })
    .map((packet): BriefSource => ({
      template,
      packet: { v: 1, template: { key: template.key, version: template.version }, ...packet },
      name: 'HO-00001',
      about: {
        opportunityName: 'Harbor Foods, new business',
        accountName: 'Harbor Foods',
        amount: 86_400,
        currency: 'EUR',
        outgoing: ana,
        incoming: ben,
      },
    })),
)
