import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import { planAccept } from '#lib/handoff/decision.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import type { Packet } from '#lib/handoff/handoff.ts'
import { planComment } from '#lib/handoff/remarks.ts'
import { planSubmission } from '#lib/handoff/submission.ts'
import { wordsRefusal } from '#lib/handoff/words-refusal.ts'
import {
  ana,
  ben,
  deal,
  draft,
  given,
  handoff,
  NOW,
  question,
  section,
  template,
  typed,
} from './builders.ts'

const written = template([
  section([question({ key: 'pain' }), question({ key: 'goal' })], { key: 'why' }),
  section([question({ key: 'docs' })], { key: 'more', title: 'More' }),
  section([question({ key: 'note', tier: 'me' })], { key: 'own', title: 'Own' }),
])
const packet: Packet = {
  v: 1,
  template: { key: 'test', version: '1.0.0' },
  variant: 'standard',
  answers: {
    pain: typed('Nine days.'),
    goal: { kind: 'unknown-not-asked', by: ana, at: NOW },
    docs: typed('A folder.'),
  },
}
const operation = { operationKey: 'op', actor: ben, role: 'incoming' as const, now: NOW }

describe('a submission', () => {
  const sent = (answers: Draft['answers'], asked = written) => {
    const one = draft(answers)
    return planSubmission({
      template: asked,
      draft: one,
      deal: deal(),
      assessment: assess(asked, one, { deal: deal(), now: NOW }),
      operationKey: 'op',
      actor: ana,
      now: NOW,
      dueAt: null,
    })
  }
  const blank = { plan: { events: [{ details: { blank: ['goal', 'docs'] } }] } }

  it('tells which questions were left empty, but nothing of what the sender notes alone', () => {
    expect(sent({ pain: typed('Nine days.'), note: typed('They know Ben.') })).toMatchObject(blank)
  })

  it('does not tell that there is an answer which its author keeps', () => {
    const kept = given({ type: 'text', text: 'They know Ben.' }, { tier: 'me' })
    expect(sent({ pain: typed('Nine days.'), docs: kept })).toMatchObject(blank)
  })

  it('tells nothing of that where the log has no room: a template may ask for very much', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      question({ key: `q${at}`.padEnd(120, 'x') }),
    )
    const planned = sent({}, template([section(many)]))
    const details = planned.outcome === 'planned' ? planned.plan.events[0]?.details : undefined
    expect(details).toMatchObject({ template: 'test 1.0.0' })
    expect(details).not.toHaveProperty('blank')
    expect(planned.outcome === 'planned' && wordsRefusal(planned.plan)).toBeNull()
  })
})

describe('an acceptance', () => {
  const accepted = (reviewed: Record<string, string>, over: Partial<Packet> = {}) =>
    planAccept(handoff({ status: 'submitted', packet: { ...packet, ...over } }), {
      ...operation,
      note: '',
      read: ['more'],
      gates: { template: written, reviewed, findings: [] },
    })

  it('tells which sections with answers were not marked as read', () => {
    expect(accepted({})).toMatchObject({ plan: { events: [{ details: { unread: ['why'] } }, {}] } })
    expect(accepted({ why: NOW })).toMatchObject({
      plan: { events: [{ details: { unread: [] } }, {}] },
    })
  })

  it('of an express handoff tells nothing: nobody is asked to mark what they read', () => {
    const planned = accepted({}, { variant: 'express' })
    expect(planned.outcome === 'planned' && planned.plan.events[0]?.details).not.toHaveProperty(
      'unread',
    )
  })
})

describe('a remark of the new owner', () => {
  const taken = handoff({ status: 'in-transition', packet })
  const remark = { ...operation, body: 'It is the closing.', section: null }
  const detailsOf = (at: string | null, over: object = {}, one = taken) => {
    const planned = planComment(one, { ...remark, question: at, ...over })
    return planned.outcome === 'planned' ? planned.plan.events[0]?.details : null
  }

  it.each(['note', 'goal'])(
    'fills what had no answer, or whose answer was not known: %s',
    (key) => {
      expect(detailsOf(key)).toEqual({ fills: key })
    },
  )

  it.each([
    { why: 'it stands at an answer', told: detailsOf('pain') },
    { why: 'it stands at none', told: detailsOf(null) },
    { why: 'the sender wrote it', told: detailsOf('goal', { role: 'outgoing', actor: ana }) },
    {
      why: 'it is not accepted yet',
      told: detailsOf('goal', {}, handoff({ status: 'submitted', packet })),
    },
    {
      why: 'the packet cannot be read',
      told: detailsOf('goal', {}, handoff({ status: 'accepted', packet: null })),
    },
  ])('fills nothing where $why', ({ told }) => {
    expect(told).toEqual({})
  })
})
