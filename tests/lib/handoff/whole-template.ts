import fc from 'fast-check'
import { variants } from '#lib/handoff/variant.ts'
import type { Prefill, Question } from '#lib/handoff/question.ts'
import { handoffKinds } from '#lib/handoff/template.ts'
import type { Template } from '#lib/handoff/template.ts'
import { texts } from './arbitraries.ts'
import { templates } from './template-arbitraries.ts'

const sentence = texts.filter((text) => text !== '')
const key = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,5}(\.[A-Za-z0-9]{1,5})?$/)
const field = fc.stringMatching(/^[A-Z][a-z]{1,6}(\.[A-Z]\w{1,8}){1,2}$/)
const letters = ['meddpicc.pain', 'bant.budget'] as const

const whole = fc.integer({ min: -90, max: 90 })
const offset = fc.oneof(
  fc.record({ amount: whole, unit: fc.constantFrom('days' as const, 'business-days') }),
  fc.record({
    amount: fc.oneof(whole, fc.constantFrom(0.5, -1.25)),
    unit: fc.constantFrom('hours' as const, 'business-hours'),
  }),
)
/** Of a clock: it runs forwards. */
const span = offset.map(({ amount, unit }) => ({ amount: Math.abs(amount), unit }))
const anchor = fc.constantFrom(
  'submitted' as const,
  'accepted',
  'first-meeting',
  'won',
  'effective',
  'kickoff',
)
const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((parts) => parts.join('.'))

const byKey = { selector: (one: { readonly key: string }) => one.key }

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
    { from: 'contact-role', primary: true },
  ),
  fc.constantFrom(...letters).map((letter): Prefill => ({ from: 'mapped', key: letter })),
  key.map((question): Prefill => ({ from: 'previous-handoff', question })),
)

/** Everything a question may say besides what a sound template needs. */
const more = (own: Template['variants']): fc.Arbitrary<Partial<Question>> =>
  fc.record(
    {
      help: sentence,
      example: sentence,
      prefill: fc.array(prefill, { maxLength: 3 }),
      writeTo: field,
      variants: fc.subarray(own),
      brief: fc.constantFrom('risks' as const, 'deal', 'people', 'promised'),
    },
    { requiredKeys: [] },
  )

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
              more(own).map((added): Question => Object.assign({}, question, added)),
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

const phaseNames = ['shadow', 'joint', 'lead', 'exit'] as const

function around(template: Template): fc.Arbitrary<Template> {
  const own = fc.subarray([...variants], { minLength: 1 })
  return own.chain((chosen) =>
    fc.record({
      key,
      version,
      status: fc.constantFrom('draft' as const, 'active', 'archived'),
      kind: fc.constantFrom(...handoffKinds),
      name: sentence,
      description: sentence,
      appliesWhen: fc.constant({ when: 'always' as const }),
      variantWhen: fc.array(
        fc.record({
          variant: fc.constantFrom(...chosen),
          when: fc.nat(99_999).map((amount) => ({ when: 'amount-at-least' as const, amount })),
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
      milestones: fc.uniqueArray(
        fc.record(
          {
            key,
            label: sentence,
            kind: fc.constantFrom('task' as const, 'joint-call', 'message', 'rating', 'exit'),
            anchor,
            offset,
            owner: fc.constantFrom('outgoing' as const, 'incoming', 'both', 'manager', 'system'),
            required: fc.boolean(),
            variants: fc.subarray(chosen),
          },
          {
            requiredKeys: ['key', 'label', 'kind', 'anchor', 'offset', 'owner', 'required'],
          },
        ),
        { ...byKey, maxLength: 4 },
      ),
      phases: fc.array(
        fc.record({
          phase: fc.constantFrom(...phaseNames),
          anchor,
          from: offset,
          to: offset,
          communicationOwner: fc.constantFrom('outgoing' as const, 'incoming'),
        }),
        { maxLength: 4 },
      ),
      clocks: fc.record(
        { decision: span, clarification: span, remind: span, escalate: span },
        { requiredKeys: ['decision', 'clarification'] },
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
      transfer: fc.record({
        trigger: fc.array(sentence, { minLength: 1, maxLength: 2 }),
        ownerMoves: fc.constantFrom('on-accept' as const, 'at-effective-date', 'never'),
      }),
      methodology: fc.subarray(['MEDDPICC' as const, 'MEDDIC', 'BANT', 'SPICED']),
      mapping: fc.record({
        'meddpicc.pain': fc.option(field),
        'bant.budget': fc.option(field),
      }),
    }),
  )
}

/** Any sound template: every part of the schema, in any combination that is allowed. */
export const wholeTemplates: fc.Arbitrary<Template> = templates.chain(around)
