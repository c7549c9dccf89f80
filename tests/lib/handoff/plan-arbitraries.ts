import fc from 'fast-check'
import type { Condition } from '#lib/handoff/condition.ts'
import type { Template } from '#lib/handoff/template.ts'
import { texts } from './arbitraries.ts'

export const sentences = texts.filter((text) => text !== '')
export const keys = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,5}(\.[A-Za-z0-9]{1,5})?$/)
export const byKey = { selector: (one: { readonly key: string }) => one.key }

/** Fields that a deal may have, and others. */
export const fieldPaths = fc.oneof(
  fc.constantFrom('Opportunity.NextStep', 'Opportunity.StageName', 'Opportunity.Amount'),
  fc.constantFrom('Opportunity.Own__c', 'Account.Industry', 'Contract.EndDate'),
  fc.stringMatching(/^[A-Z][a-z]{1,6}(\.[A-Z]\w{1,8}){1,2}$/),
)

/** Conditions on the deal, formulas among them. */
export const ofDeal: fc.Arbitrary<Condition> = fc.oneof(
  fc.nat(99_999).map((amount): Condition => ({ when: 'amount-at-least', amount })),
  fc.constantFrom<Condition>(
    { when: 'won' },
    { when: 'stage-is', stages: ['Closed Won', 'Prospecting'] },
    { when: 'field-empty', field: 'Opportunity.NextStep' },
    { when: 'field-is', field: 'Opportunity.RecordType.DeveloperName', values: ['Renewal', null] },
    { when: 'formula', formula: 'OR(Amount > 50000, ISBLANK(NextStep))' },
    { when: 'formula', formula: 'ISPICKVAL(StageName, "Closed Won") && CloseDate < TODAY()' },
  ),
)

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
const before = span.map(({ amount, unit }) => ({ amount: 0 - amount, unit }))
const anchor = fc.constantFrom(
  'submitted' as const,
  'accepted',
  'first-meeting',
  'won',
  'effective',
  'kickoff',
)
const phase = fc.constantFrom('shadow' as const, 'joint', 'lead', 'exit')
const side = fc.constantFrom('outgoing' as const, 'incoming')

const milestones = (own: Template['variants']) =>
  fc.uniqueArray(
    fc.record(
      {
        key: fc.oneof(keys, fc.constant('kickoff')),
        label: sentences,
        kind: fc.constantFrom('task' as const, 'joint-call', 'message', 'rating', 'exit'),
        anchor,
        offset,
        owner: fc.constantFrom('outgoing' as const, 'incoming', 'both', 'manager', 'system'),
        required: fc.boolean(),
        when: ofDeal,
        variants: fc.subarray(own),
        doneBy: fc.constantFrom('submit' as const, 'accept', 'transfer'),
      },
      { requiredKeys: ['key', 'label', 'kind', 'anchor', 'offset', 'owner', 'required'] },
    ),
    { ...byKey, maxLength: 4 },
  )

const phases = (own: Template['variants']) =>
  fc.array(
    fc.record(
      {
        phase,
        anchor,
        from: before,
        to: span,
        communicationOwner: side,
        variants: fc.subarray(own),
      },
      { requiredKeys: ['phase', 'anchor', 'from', 'to', 'communicationOwner'] },
    ),
    { maxLength: 4 },
  )

const status = fc.constantFrom(
  'submitted' as const,
  'clarification',
  'declined',
  'accepted',
  'in-transition',
  'completed',
  'cancelled',
)
const filled = fc.constantFrom('{{today}}', '{{incoming}} has {{deal}} of {{customer}}', '$& {{')

const onStatus = fc.array(
  fc.record(
    {
      status,
      set: fc.dictionary(
        fc.constantFrom('Opportunity.NextStep', 'Opportunity.Own__c'),
        fc.oneof(filled, fc.constantFrom(null, true, 7)),
      ),
      post: filled,
      task: fc.record({
        subject: filled,
        owner: fc.constantFrom('outgoing' as const, 'incoming', 'manager'),
        due: span,
      }),
    },
    { requiredKeys: ['status'] },
  ),
  { maxLength: 3 },
)

/** What a template plans and sets off, in any way that is allowed. */
export const plans = (own: Template['variants']) =>
  fc.record(
    {
      milestones: milestones(own),
      phases: phases(own),
      clocks: fc.record(
        {
          decision: span,
          clarification: span,
          remind: span,
          escalate: span,
          reassign: span,
          firstContact: span,
        },
        { requiredKeys: ['decision', 'clarification'] },
      ),
      transfer: fc.record({
        trigger: fc.array(sentences, { minLength: 1, maxLength: 2 }),
        ownerMoves: fc.constantFrom('on-accept' as const, 'at-effective-date', 'never'),
      }),
      bypass: fc.constantFrom('never' as const, 'with-manager'),
      onStatus,
    },
    { requiredKeys: ['milestones', 'phases', 'clocks', 'transfer'] },
  )
