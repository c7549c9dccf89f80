import { describe, expect, it } from 'vitest'
import { planCommitmentChange, planSurprise } from '#lib/handoff/ledger.ts'
import { planRating, planReview, planVerdict, planView } from '#lib/handoff/receiving.ts'
import { planComment } from '#lib/handoff/remarks.ts'
import { handoff, NOW } from './builders.ts'

const ben = { userId: '005000000000002AAA', name: 'Ben Kowalski' }
const ana = { userId: '005000000000001AAA', name: 'Ana Ferreira' }
const operation = { operationKey: 'op', actor: ben, role: 'incoming' as const, now: NOW }
const submitted = handoff({ status: 'submitted' })
const accepted = handoff({ status: 'accepted' })

describe('reading a handoff', () => {
  it('is told once', () => {
    expect(planView(submitted, operation)).toMatchObject({
      plan: { handoff: { firstViewedAt: NOW }, events: [{ kind: 'Viewed' }] },
    })
    expect(planView({ ...submitted, firstViewedAt: NOW }, operation).outcome).toBe('refused')
  })

  it('adds sections to those that were read before', () => {
    const earlier = '2026-11-01T08:00:00.000Z'
    const before = { ...submitted, reviewed: { deal: earlier } }
    expect(planReview(before, { ...operation, sections: ['deal', 'why'] })).toMatchObject({
      plan: {
        handoff: { reviewed: { deal: earlier, why: NOW } },
        events: [{ kind: 'Reviewed', details: { sections: ['why'] } }],
      },
    })
    expect(planReview(before, { ...operation, sections: ['deal'] }).outcome).toBe('refused')
  })
})

describe('what was said back', () => {
  const saidBack = {
    v: 1 as const,
    by: ben,
    at: NOW,
    said: [{ about: 'goal' as const, prompt: 'What?', words: 'Four days' }],
    verdict: null,
  }
  const sender = { ...operation, actor: ana, role: 'outgoing' as const }

  it('is confirmed by the sender, or set right', () => {
    const corrections = [{ about: 'goal' as const, words: 'Three days' }]
    expect(planVerdict({ ...accepted, saidBack }, { ...sender, corrections })).toMatchObject({
      plan: {
        handoff: { saidBack: { verdict: { by: ana, corrections } } },
        events: [{ details: { saidBack: 'corrected' } }],
      },
    })
  })

  it('cannot be judged when nothing was said', () => {
    expect(planVerdict(accepted, { ...sender, corrections: [] }).outcome).toBe('refused')
  })
})

describe('a promise', () => {
  const promise = {
    id: 'a01',
    key: 'p1',
    words: 'Migration by March',
    toWhom: 'Ines',
    byWhom: 'Ana',
    due: '2027-03-31',
    source: '',
    stretch: false,
    state: 'open' as const,
    note: '',
    surprise: false,
  }
  const withPromise = { ...accepted, commitments: [promise] }
  const change = { ...operation, commitmentId: 'a01', note: '' }

  it.each([
    { state: 'kept' as const, note: '', outcome: 'planned' },
    { state: 'broken' as const, note: '', outcome: 'refused' },
    { state: 'broken' as const, note: 'No capacity', outcome: 'planned' },
    { state: 'broken' as const, note: 'x'.repeat(256), outcome: 'refused' },
    { state: 'renegotiated' as const, note: '', outcome: 'refused' },
    { state: 'renegotiated' as const, note: '', due: '2027-04-30', outcome: 'planned' },
  ])('that is $state with “$note” is $outcome', ({ outcome, ...given }) => {
    expect(planCommitmentChange(withPromise, { ...change, ...given }).outcome).toBe(outcome)
  })

  it('that nobody had written down joins the ledger and goes to the sender', () => {
    const words = 'A dedicated engineer'
    const told = { ...operation, words, toWhom: 'Ines', byWhom: '', due: '' }
    expect(planSurprise(withPromise, told)).toMatchObject({
      plan: {
        commitments: [{ position: 2, surprise: true, row: { words } }],
        comments: [{ body: expect.stringContaining(words) }],
        events: [{ kind: 'Surprise_Promise' }],
      },
    })
  })
})

describe('a remark', () => {
  it('tells those it mentions by a task, and whoever follows up by one with a day', () => {
    const body = 'Ask legal about the depot lock'
    const remark = { ...operation, body, question: null, section: null }
    const followUp = { owner: ana, day: '2026-12-01' }
    const mara = { userId: '005000000000003AAA', name: 'Mara' }
    expect(planComment(accepted, { ...remark, mentioned: [mara, ben], followUp })).toMatchObject({
      plan: {
        tasks: [
          { owner: mara, subject: `Ben Kowalski mentions you: ${body}`, day: null },
          { owner: ana, subject: body, day: '2026-12-01' },
        ],
      },
    })
  })
})

describe('a rating', () => {
  it.each([
    [{ completeness: 5 }, 'planned'],
    [{ completeness: 0 }, 'refused'],
    [{ completeness: 4.5 }, 'refused'],
    [{}, 'refused'],
  ])('of %j is %s', (ratings, outcome) => {
    expect(planRating(accepted, { ...operation, ratings, comment: '' }).outcome).toBe(outcome)
  })
})
