import { describe, expect, it } from 'vitest'
import { commonQuestions, isHandedOver, withCommon } from '#lib/handoff/batch.ts'
import { dealsWith } from '#lib/handoff/deals-with.ts'
import { statuses } from '#lib/handoff/handoff.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import {
  ana,
  ben,
  draft,
  given,
  handoff,
  mara,
  NOW,
  question,
  section,
  template,
} from './builders.ts'

const options = [
  { value: 'promotion', label: 'Promotion' },
  { value: 'leave', label: 'Leave' },
]
const reason = question({ key: 'reason', answer: { type: 'picklist', options } })
const effective = question({ key: 'plan.effective', answer: { type: 'date' } })
const value = { type: 'picklist', value: 'promotion' } as const
const day = { type: 'date', date: '2026-04-01' } as const

describe('what is asked once for several deals', () => {
  it('is why they change hands, what hangs on that, and from which day', () => {
    const mayTell = question({ ...reason, key: 'reason.mayTell' })
    const others = [
      question({ ...reason, key: 'status.momentum' }),
      question({ ...reason, key: 'reasonable' }),
      question({ key: 'next.date', answer: { type: 'date' } }),
    ]
    const asked = template([section([reason, ...others]), section([effective, mayTell])])
    expect(commonQuestions(asked).map(({ key }) => key)).toEqual([
      'reason',
      'plan.effective',
      'reason.mayTell',
    ])
  })

  it('is nothing that takes words, or whose choices each deal brings along', () => {
    const asked = [
      question({ key: 'reason' }),
      question({ key: 'reason.field', answer: { type: 'picklist', field: 'Opportunity.Type' } }),
      question({ ...reason, writeTo: 'Opportunity.Reason__c' }),
      question({ ...effective, prefill: [{ from: 'field', field: 'Opportunity.CloseDate' }] }),
    ]
    expect(commonQuestions(template([section(asked)]))).toEqual([])
  })

  it('is, in every template of a change of territory, the reason for it', () => {
    const ofTerritory = builtInTemplates.filter(({ kind }) => kind === 'territory')
    expect(ofTerritory).not.toEqual([])
    for (const one of ofTerritory)
      expect(commonQuestions(one).map(({ key }) => key)).toContain('reason')
  })
})

describe('what is said for several deals', () => {
  const saying = { template: template([section([reason, effective])]), by: ana }

  it('stands in each draft as if it had been typed there', () => {
    const values = { reason: value, 'plan.effective': day }
    const made = withCommon(draft({}, { recipient: null }), { recipient: ben, values }, saying)
    expect(made.recipient).toEqual(ben)
    const typed = { kind: 'given', provenance: { from: 'typed' }, evidence: [], by: ana, at: NOW }
    expect(made.answers['reason']).toEqual({ ...typed, value })
    expect(made.answers['plan.effective']).toEqual({ ...typed, value: day })
  })

  it('leaves alone what was not said', () => {
    const before = draft({ reason: given(value) }, { recipient: mara })
    expect(withCommon(before, { recipient: null, values: {} }, saying)).toEqual(before)
  })

  it.each([
    {
      what: 'a choice that is not offered',
      values: { reason: { type: 'picklist', value: 'whim' } },
    },
    { what: 'an answer of another type', values: { reason: day } },
    { what: 'an answer to what nobody asks', values: { other: day } },
  ] as const)('is not in a draft whose template does not take it: $what', ({ values }) => {
    const before = draft()
    expect(withCommon(before, { recipient: null, values }, saying).answers).toEqual({})
  })
})

describe('a deal', () => {
  const theirs = new Set(['submitted', 'clarification', 'declined'])
  const mine = new Set([...theirs, 'accepted', 'in-transition', 'completed'])

  it.each(statuses)('with a handoff that is %s is begun anew, or left alone', (status) => {
    const sent = (outgoing: typeof ana) => [handoff({ status, outgoing })]
    expect(isHandedOver(sent(ana), ana.userId)).toBe(mine.has(status))
    expect(isHandedOver(sent(mara), ana.userId)).toBe(theirs.has(status))
  })
})

describe('deals that are looked for', () => {
  const listed = [
    { name: 'Ostrava Präzisionsguss', accountName: 'Ostrava', stage: 'Proposal' },
    { name: 'Renewal', accountName: 'Harbor Foods', stage: 'Negotiation' },
  ]

  it.each([
    ['', 2],
    ['  ', 2],
    ['prazision PROP', 1],
    ['harbor', 1],
    ['negotiation foods', 1],
    ['harbor proposal', 0],
  ])('with “%s” are %i', (text, count) => {
    expect(dealsWith(listed, text)).toHaveLength(count)
  })
})
