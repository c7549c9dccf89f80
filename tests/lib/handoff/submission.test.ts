import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import { PACKET_LIMIT, packetLength, packetOf } from '#lib/handoff/packet.ts'
import type { Plan, Planned } from '#lib/handoff/plan.ts'
import { planSubmission } from '#lib/handoff/submission.ts'
import type { Submission } from '#lib/handoff/submission.ts'
import type { Template } from '#lib/handoff/template.ts'
import {
  ana,
  ben,
  deal,
  draft,
  given,
  handoff,
  mara,
  NOW,
  question,
  section,
  template,
  typed,
  withAnswer,
} from './builders.ts'
import { written } from './template-arbitraries.ts'

const always = { when: 'always' } as const
const KEY = '22222222-2222-4222-8222-222222222222'

const from = template([
  section([
    question({
      key: 'next.step',
      label: 'Next step',
      answer: { type: 'text' },
      writeTo: 'Opportunity.NextStep',
      requirements: [{ severity: 'blocks-submit', when: always }],
    }),
    question({ key: 'promise', answer: { type: 'commitments' }, tier: 'recipient' }),
    question({ key: 'note', answer: { type: 'long-text' }, tier: 'me' }),
    question({
      key: 'aside',
      answer: { type: 'text' },
      tier: 'recipient',
      writeTo: 'Opportunity.Description',
    }),
  ]),
])

function submission(one: Draft, over: Partial<Submission> = {}): Submission {
  const record = over.deal ?? deal()
  const of: Template = over.template ?? from
  return {
    template: of,
    draft: one,
    deal: record,
    assessment: assess(of, one, { deal: record, now: NOW }),
    now: NOW,
    operationKey: KEY,
    actor: ana,
    dueAt: null,
    ...over,
  }
}

function planOf(planned: Planned): Plan {
  if (planned.outcome === 'refused') throw new Error(planned.because)
  return planned.plan
}

const complete = draft({ 'next.step': typed('Kickoff on Tuesday') })

describe('submitting', () => {
  it('plans one log entry with the operation key, the handoff, the field and the share', () => {
    const plan = planOf(planSubmission(submission(complete, { dueAt: '2026-03-12T16:00:00Z' })))
    expect(plan.events).toMatchObject([
      { operationKey: KEY, kind: 'Submitted', fromStatus: 'draft', toStatus: 'submitted' },
    ])
    expect(plan.handoff).toMatchObject({
      status: 'submitted',
      kind: 'ae-csm',
      outgoing: ana,
      incoming: ben,
      completeness: 1,
      quality: 100,
      submittedAt: NOW,
      dueAt: '2026-03-12T16:00:00Z',
    })
    expect(plan.fieldChanges).toEqual([
      {
        path: 'Opportunity.NextStep',
        label: 'Opportunity › Next Step',
        before: null,
        after: 'Kickoff on Tuesday',
        question: 'next.step',
      },
    ])
    expect(plan.shareWith).toEqual([ben])
    expect(plan.inWords).toContain(
      'Opportunity › Next Step changes from empty to “Kickoff on Tuesday”.',
    )
  })

  it('is the same plan each time', () => {
    expect(planSubmission(submission(complete))).toEqual(planSubmission(submission(complete)))
  })

  it.each([
    { why: 'something blocks', over: { draft: draft() } },
    { why: 'nobody takes over', over: { draft: { ...complete, recipient: null } } },
    { why: 'the draft is somebody else’s', over: { actor: mara } },
    { why: 'it is accepted already', over: { handoff: handoff({ status: 'accepted' }) } },
  ])('is refused when $why', ({ over }) => {
    const one = over.draft ?? complete
    expect(planSubmission(submission(one, over)).outcome).toBe('refused')
  })

  it('is planned exactly when the assessment says it can be', () => {
    fc.assert(
      fc.property(written, ({ from: of, draft: one }) => {
        const facts = submission(one, { template: of })
        expect(planSubmission(facts).outcome === 'planned').toBe(facts.assessment.canSubmit)
      }),
    )
  })

  it('sends nothing that only its author may read', () => {
    const secret = 'SECRET-7391'
    const one = withAnswer(complete, 'note', typed(secret))
    const plan = planOf(planSubmission(submission(one)))
    expect(JSON.stringify(plan)).not.toContain(secret)
  })

  it('writes nothing into a field that fewer people may read than the field', () => {
    const record = deal({ fields: { ...deal().fields, 'Opportunity.Description': null } })
    const one = withAnswer(complete, 'aside', typed('Dana dislikes surprises'))
    const plan = planOf(planSubmission(submission(one, { deal: record })))
    expect(plan.fieldChanges.map(({ path }) => path)).toEqual(['Opportunity.NextStep'])
  })

  it.each([
    { what: 'unticked', over: { unticked: ['Opportunity.NextStep'] }, nextStep: null },
    { what: 'the same', over: {}, nextStep: 'Kickoff on Tuesday\r\n' },
  ])('leaves a field that is $what', ({ over, nextStep }) => {
    const record = deal({ fields: { ...deal().fields, 'Opportunity.NextStep': nextStep } })
    const plan = planOf(planSubmission(submission({ ...complete, ...over }, { deal: record })))
    expect(plan.fieldChanges).toEqual([])
    expect(plan.unmodifiedSince).toBeNull()
  })

  it('never writes back what it only read from the field', () => {
    const provenance = {
      from: 'salesforce' as const,
      label: 'Opportunity › Next Step',
      field: 'Opportunity.NextStep',
      asRead: 'Old step',
      readAt: NOW,
    }
    const record = deal({ fields: { ...deal().fields, 'Opportunity.NextStep': 'Newer step' } })
    const answer = given({ type: 'text', text: 'Old step' }, { provenance })
    const one = withAnswer(complete, 'next.step', answer)
    expect(planOf(planSubmission(submission(one, { deal: record }))).fieldChanges).toEqual([])
  })

  it('gives each promise a key that stays and differs from handoff to handoff', () => {
    const row = { ...emptyRow('commitments', 'r1'), words: 'Free training' }
    const empty = emptyRow('commitments', 'r2')
    const one = withAnswer(complete, 'promise', given({ type: 'commitments', rows: [row, empty] }))
    const first = planOf(planSubmission(submission(one))).commitments
    const again = planOf(planSubmission(submission({ ...one, revision: 9 }))).commitments
    const other = planOf(planSubmission(submission({ ...one, key: 'another' }))).commitments
    expect(first).toHaveLength(1)
    expect(first[0]?.key).toBe(again[0]?.key)
    expect(first[0]?.key).not.toBe(other[0]?.key)
    expect(first[0]?.key.length).toBeLessThanOrEqual(36)
  })

  it('sends again only the promises that differ from what was sent, and says which answers do', () => {
    const rows = ['r1', 'r2', 'r3'].map((id) =>
      Object.assign(emptyRow('commitments', id), { words: id }),
    )
    const promising = (changed: typeof rows) =>
      withAnswer(complete, 'promise', given({ type: 'commitments', rows: changed }))
    const sent = promising(rows)
    fc.assert(
      fc.property(fc.subarray(['r1', 'r2', 'r3']), (reworded) => {
        const returned = handoff({ status: 'declined', packet: packetOf(from, sent) })
        const now = promising(
          rows.map((row) =>
            Object.assign({}, row, reworded.includes(row.id) ? { words: 'Other words' } : {}),
          ),
        )
        const plan = planOf(planSubmission(submission(now, { handoff: returned })))
        expect(plan.commitments.map(({ row }) => row.id)).toEqual(reworded)
        const said = reworded.length === 0 ? 'No answer has' : 'One answer has'
        expect(plan.inWords[1]).toContain(`${said} changed since it was sent`)
      }),
    )
  })

  it('leaves a second entry when a manager stands behind it', () => {
    const bypass = { reason: 'Customer waits', manager: mara }
    const plan = planOf(planSubmission(submission(draft({}, { bypass }))))
    expect(plan.events.map(({ kind }) => kind)).toEqual(['Submitted', 'Bypassed'])
    expect(new Set(plan.events.map(({ operationKey }) => operationKey)).size).toBe(2)
    expect(plan.handoff).toMatchObject({ bypassReason: 'Customer waits', manager: mara })
  })

  it('again clears the decision and counts', () => {
    const before = handoff({ status: 'declined', resubmissionCount: 1, declineReasons: ['OTHER'] })
    const plan = planOf(planSubmission(submission(complete, { handoff: before })))
    expect(plan.events[0]).toMatchObject({ kind: 'Resubmitted', fromStatus: 'declined' })
    expect(plan.handoff).toMatchObject({
      decision: null,
      declineReasons: [],
      resubmissionCount: 2,
    })
    expect(plan.handoffId).toBe(before.id)
  })
})

describe('the length of a packet', () => {
  it('is counted exactly', () => {
    fc.assert(
      fc.property(written, ({ from: of, draft: one }) => {
        const packet = packetOf(of, one)
        expect(packetLength(packet)).toBe(JSON.stringify(packet).length)
      }),
    )
  })

  it('beyond what the field holds keeps it from being sent, manager or not', () => {
    const bypass = { reason: 'Customer waits', manager: mara }
    const long = { ...withAnswer(complete, 'next.step', typed('x')), bypass }
    const one = withAnswer(long, 'promise', typed('y'.repeat(PACKET_LIMIT)))
    const { assessment } = submission(one)
    expect(assessment.canSubmit).toBe(false)
    expect(assessment.findings.map(({ rule }) => rule)).toContain('packet-too-large')
  })
})

it('the log says how the deal stood when it was handed over', () => {
  const { events } = planOf(planSubmission(submission(complete)))
  expect(events[0]?.details).toMatchObject({
    stage: 'Closed Won',
    amount: 60_000,
    closeDate: '2026-03-01',
  })
})
