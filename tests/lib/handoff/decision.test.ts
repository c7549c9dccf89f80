import { describe, expect, it } from 'vitest'
import { planClarification, planClarificationAnswer } from '#lib/handoff/clarification-plan.ts'
import { assess } from '#lib/handoff/completeness.ts'
import { planAccept, planDecline } from '#lib/handoff/decision.ts'
import type { Decline } from '#lib/handoff/decision.ts'
import {
  planCancel,
  planComplete,
  planPlain,
  planReassign,
  planResubmit,
  planWithdraw,
} from '#lib/handoff/moves.ts'
import { planComment } from '#lib/handoff/remarks.ts'
import {
  ana,
  ben,
  deal,
  draft,
  handoff,
  mara,
  NOW,
  question,
  section,
  template,
  typed,
} from './builders.ts'

const operation = { operationKey: '33333333-3333-4333-8333-333333333333', now: NOW }
const asBen = { ...operation, actor: ben, role: 'incoming' as const }
const asAna = { ...operation, actor: ana, role: 'outgoing' as const }
const asMara = { ...operation, actor: mara, role: 'manager' as const }

const from = template([section([question()])], {
  declineReasons: [
    { code: 'INCOMPLETE', label: 'Answers are missing', mustNameQuestions: true, goesTo: 'sender' },
    { code: 'BAD_FIT', label: 'Bad fit', goesTo: 'manager' },
    { code: 'OTHER', label: 'Another reason', goesTo: 'sender' },
  ],
})

const decline = (over: Partial<Decline>): Decline => ({
  ...asBen,
  reasons: ['BAD_FIT'],
  comment: '',
  questions: [],
  ...over,
})

describe('accepting', () => {
  it('records who decided and when, and moves no owner', () => {
    expect(planAccept(handoff(), { ...asBen, note: ' Clear ' })).toMatchObject({
      outcome: 'planned',
      plan: {
        handoff: {
          status: 'accepted',
          decision: 'accepted',
          decidedAt: NOW,
          decisionComment: 'Clear',
        },
        events: [{ kind: 'Accepted', fromStatus: 'submitted', toStatus: 'accepted', actor: ben }],
        opportunity: { status: 'accepted' },
        fieldChanges: [],
      },
    })
  })

  it('is refused to the sender, after a decision, and while something blocks it', () => {
    expect(planAccept(handoff(), { ...asAna, note: '' }).outcome).toBe('refused')
    expect(planAccept(handoff({ status: 'declined' }), { ...asBen, note: '' }).outcome).toBe(
      'refused',
    )
    const blocking = {
      severity: 'blocks-accept' as const,
      rule: 'required',
      sentence: 'The scope is missing.',
      question: null,
      section: null,
    }
    const version = { key: 'test', version: '1.0.0' }
    const packet = { v: 1 as const, template: version, variant: 'express' as const, answers: {} }
    const gates = { template: from, reviewed: {}, findings: [blocking] }
    expect(planAccept(handoff({ packet }), { ...asBen, note: '', gates })).toEqual({
      outcome: 'refused',
      because: 'The scope is missing.',
    })
  })
})

describe('declining', () => {
  it.each([
    { why: 'no reason', over: { reasons: [] } },
    { why: 'an unknown reason', over: { reasons: ['NOPE'] } },
    { why: 'no answer named', over: { reasons: ['INCOMPLETE'] } },
    { why: 'another reason without words', over: { reasons: ['OTHER'], comment: ' ' } },
    { why: 'no day for a rest', over: { outcome: 'recycle' as const } },
  ])('is refused with $why', ({ over }) => {
    expect(planDecline(handoff(), from, decline(over)).outcome).toBe('refused')
  })

  it('takes another reason in words where the template names no reason, or has not this one', () => {
    const over = { reasons: ['OTHER'], comment: 'Not mine' }
    const none = { ...from, declineReasons: [] }
    const few = { ...from, declineReasons: from.declineReasons.slice(0, 1) }
    for (const known of [none, few]) {
      expect(planDecline(handoff(), known, decline(over))).toMatchObject({
        outcome: 'planned',
        plan: {
          handoff: { declineReasons: ['OTHER'] },
          events: [{ details: { reasons: ['OTHER'], labels: ['Another reason'] } }],
        },
      })
    }
  })

  it('turns each named answer into a question to the sender', () => {
    const over = { reasons: ['INCOMPLETE'], questions: ['why.pain'], comment: 'Which pain?' }
    expect(planDecline(handoff(), from, decline(over))).toMatchObject({
      plan: {
        handoff: { status: 'declined', declineReasons: ['INCOMPLETE'] },
        comments: [
          { kind: 'clarification', question: 'why.pain', section: 'why', body: 'Which pain?' },
        ],
      },
    })
  })
})

it.each([
  {
    what: 'acceptance',
    planned: planAccept(handoff(), { ...asBen, note: '', delayReason: 'Ill' }),
  },
  { what: 'decline', planned: planDecline(handoff(), from, decline({ delayReason: 'Ill' })) },
])('the log says why a late $what came late: a later decision does not take it away', (late) => {
  expect(late.planned).toMatchObject({ plan: { events: [{ details: { delayReason: 'Ill' } }] } })
})

describe('asking and answering', () => {
  const asked = [{ question: 'why.pain', section: 'why', body: 'Whose pain?' }]

  it('a question moves the handoff to clarification and counts', () => {
    const before = handoff({ clarificationCount: 2 })
    expect(planClarification(before, { ...asBen, asked, dueAt: NOW })).toMatchObject({
      plan: {
        handoff: { status: 'clarification', clarificationCount: 3, clarificationDueAt: NOW },
        events: [{ kind: 'Clarification_Requested' }],
        comments: [{ kind: 'clarification', dueAt: NOW }],
      },
    })
  })

  it.each([
    { stillOpen: 0, to: 'submitted' },
    { stillOpen: 2, to: 'clarification' },
  ])('with $stillOpen left open an answer leads to $to', ({ stillOpen, to }) => {
    const replies = [{ commentId: 'a01', question: 'why.pain', section: 'why', body: 'Finance’s.' }]
    const reply = { ...asAna, replies, stillOpen, nextDueAt: null }
    expect(planClarificationAnswer(handoff({ status: 'clarification' }), reply)).toMatchObject({
      plan: {
        events: [{ kind: 'Clarification_Answered', toStatus: to }],
        comments: [{ kind: 'answer', inReplyTo: 'a01' }],
        resolved: [{ commentId: 'a01', by: ana }],
      },
    })
  })

  it('says nothing without words', () => {
    const blank = [{ question: 'why.pain', section: 'why', body: ' ' }]
    expect(planClarification(handoff(), { ...asBen, asked: blank, dueAt: null }).outcome).toBe(
      'refused',
    )
    const comment = { ...asBen, body: '\n', question: null, section: null }
    expect(planComment(handoff(), comment).outcome).toBe('refused')
  })
})

describe('other moves', () => {
  it('completing ends the transition', () => {
    const accepted = handoff({ status: 'accepted' })
    expect(planComplete(accepted, { ...asBen, activities: null })).toMatchObject({
      plan: { handoff: { status: 'completed', completedAt: NOW }, events: [{ kind: 'Completed' }] },
    })
  })

  it('looking leaves an entry and no change', () => {
    expect(planPlain('view', handoff(), asBen)).toMatchObject({
      plan: { handoff: {}, opportunity: null, events: [{ kind: 'Viewed' }] },
    })
    expect(planPlain('view', handoff(), asAna).outcome).toBe('refused')
  })

  it('submitting again is refused while it waits for a decision', () => {
    const one = draft({ 'why.pain': typed('Nine days to close the month') })
    const record = deal()
    const facts = {
      ...operation,
      actor: ana,
      template: from,
      draft: one,
      deal: record,
      assessment: assess(from, one, { deal: record, now: NOW }),
      dueAt: null,
    }
    expect(planResubmit({ ...facts, handoff: handoff() }).outcome).toBe('refused')
    const declined = handoff({ status: 'declined' })
    expect(planResubmit({ ...facts, handoff: declined })).toMatchObject({
      plan: { events: [{ kind: 'Resubmitted' }] },
    })
  })

  it('withdrawing ends a handoff that is not decided', () => {
    expect(planWithdraw(handoff(), asAna)).toMatchObject({
      plan: { handoff: { status: 'cancelled' } },
    })
    expect(planWithdraw(handoff({ status: 'accepted' }), asAna).outcome).toBe('refused')
  })

  it('a manager cancels with a reason', () => {
    expect(planCancel(handoff({ status: 'accepted' }), { ...asMara, reason: '' }).outcome).toBe(
      'refused',
    )
    expect(
      planCancel(handoff({ status: 'accepted' }), { ...asMara, reason: 'Deal fell through' }),
    ).toMatchObject({
      plan: { events: [{ kind: 'Cancelled', details: { reason: 'Deal fell through' } }] },
    })
  })

  it('a handoff is given to somebody else than sender and recipient', () => {
    expect(planReassign(handoff(), { ...asMara, to: ben, dueAt: null }).outcome).toBe('refused')
    expect(planReassign(handoff(), { ...asMara, to: ana, dueAt: null }).outcome).toBe('refused')
    expect(
      planReassign(handoff({ status: 'declined' }), { ...asAna, to: mara, dueAt: NOW }),
    ).toMatchObject({
      plan: { handoff: { status: 'submitted', incoming: mara, dueAt: NOW }, shareWith: [mara] },
    })
  })

  it('a declined handoff is not given to anybody while another one about the deal waits', () => {
    const declined = handoff({ status: 'declined' })
    const newer = handoff({ id: 'newer', name: 'HO-00009', status: 'clarification' })
    const asked = { ...asAna, to: mara, dueAt: NOW }
    expect(planReassign(declined, { ...asked, among: [declined, newer] })).toEqual({
      outcome: 'refused',
      because: 'HO-00009 about this deal waits for a decision already.',
    })
    expect(planReassign(declined, { ...asked, among: [declined] }).outcome).toBe('planned')
  })
})
