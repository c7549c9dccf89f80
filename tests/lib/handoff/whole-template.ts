import fc from 'fast-check'
import { variants } from '#lib/handoff/variant.ts'
import type { Condition } from '#lib/handoff/condition.ts'
import { questionsOf } from '#lib/handoff/prefill.ts'
import { severities } from '#lib/handoff/severity.ts'
import { briefs, type Prefill, type Question } from '#lib/handoff/question.ts'
import { handoffKinds } from '#lib/handoff/template.ts'
import type { Template } from '#lib/handoff/template.ts'
import {
  byKey,
  fieldPaths as field,
  keys as key,
  ofDeal,
  plans,
  sentences as sentence,
} from './plan-arbitraries.ts'
import { templates } from './template-arbitraries.ts'

const letters = ['meddpicc.pain', 'bant.budget'] as const

const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((parts) => parts.join('.'))

const prefill: fc.Arbitrary<Prefill> = fc.oneof(
  field.map((path): Prefill => ({ from: 'field', field: path })),
  fc.array(field, { minLength: 1, maxLength: 3 }).map((fields): Prefill => ({
    from: 'fields',
    fields,
  })),
  fc.constantFrom<Prefill>(
    { from: 'contact-roles' },
    { from: 'products' },
    { from: 'competitors' },
    { from: 'activities' },
    { from: 'team' },
    { from: 'cases' },
    { from: 'contact-role', primary: true },
    { from: 'contact-role', roles: ['Economic Buyer'] },
  ),
  fc.constantFrom(...letters).map((letter): Prefill => ({ from: 'mapped', key: letter })),
  key.map((question): Prefill => ({ from: 'previous-handoff', question })),
)

/** Everything a question may say besides what a sound template needs. */
const more = (own: Template['variants']): fc.Arbitrary<Partial<Question>> =>
  fc.record(
    {
      label: sentence,
      help: sentence,
      example: sentence,
      prefill: fc.array(prefill, { maxLength: 3 }),
      writeTo: field,
      variants: fc.subarray(own),
      toCustomer: fc.boolean(),
      brief: fc.constantFrom(...briefs),
    },
    { requiredKeys: [] },
  )

/** Demands that can be met, on the deal and on other answers. */
const demands = (keys: readonly string[]): fc.Arbitrary<Question['requirements']> => {
  const answered = fc
    .constantFrom(...keys)
    .map((question): Condition => ({ when: 'answered', question }))
  const plain = fc.oneof(ofDeal, answered)
  const when = fc.oneof(
    plain,
    plain.map((of): Condition => ({ when: 'not', of })),
    fc.tuple(ofDeal, answered).map((of): Condition => ({ when: 'any', of })),
  )
  return fc.array(fc.record({ severity: fc.constantFrom(...severities), when }), { maxLength: 3 })
}

const withMore = (
  template: Template,
  own: Template['variants'],
): fc.Arbitrary<Template['sections']> =>
  fc.tuple(
    ...template.sections.map((section) =>
      fc
        .tuple(
          fc.option(sentence, { nil: undefined }),
          fc.tuple(
            ...section.questions.map((question) =>
              fc
                .tuple(more(own), demands(questionsOf(template).map(({ key: one }) => one)))
                .map(([added, requirements]): Question =>
                  Object.assign({}, question, added, { requirements }),
                ),
            ),
          ),
        )
        .map(([about, questions]) =>
          Object.assign({}, section, about === undefined ? {} : { about }, {
            questions: [...questions],
          }),
        ),
    ),
  )

const around = (template: Template) =>
  fc
    .subarray([...variants], { minLength: 1 })
    .chain((own) => fc.tuple(frame(template, own), plans(own)))
    .map(([framed, plan]): Template => Object.assign({}, framed, plan))

const frame = (template: Template, chosen: Template['variants']) =>
  fc.record({
    key,
    version,
    status: fc.constantFrom('draft' as const, 'active', 'archived'),
    kind: fc.constantFrom(...handoffKinds),
    name: sentence,
    description: sentence,
    appliesWhen: ofDeal,
    variantWhen: fc.array(
      fc.record({
        variant: fc.constantFrom(...chosen),
        when: ofDeal,
      }),
      { maxLength: 2 },
    ),
    variants: fc.constant(chosen),
    sections: withMore(template, chosen),
    checklists: fc.array(
      fc.record({
        role: fc.constantFrom('outgoing' as const, 'incoming', 'manager', 'revops'),
        items: fc.uniqueArray(fc.record({ key, text: sentence }), { ...byKey, maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
    declineReasons: fc.uniqueArray(
      fc.record(
        {
          code: fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/),
          label: sentence,
          mustNameQuestions: fc.boolean(),
          goesTo: fc.constantFrom('sender' as const, 'manager'),
        },
        { requiredKeys: ['code', 'label', 'goesTo'] },
      ),
      { selector: ({ code }) => code, maxLength: 4 },
    ),
    ratingAxes: fc.uniqueArray(fc.record({ key, label: sentence }), { ...byKey, maxLength: 5 }),
    methodology: fc.subarray<Template['methodology'][number]>(['MEDDPICC', 'BANT', 'SPICED']),
    mapping: fc.record({
      'meddpicc.pain': fc.option(field),
      'bant.budget': fc.option(field),
    }),
  })

/** Any sound template: every part of the schema, in any combination that is allowed. */
export const wholeTemplates: fc.Arbitrary<Template> = templates.chain(around)
