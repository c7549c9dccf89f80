import { describe, expect, it } from 'vitest'
import { planClarification } from '#lib/handoff/clarification-plan.ts'
import type { Comment } from '#lib/handoff/comment.ts'
import { planAccept } from '#lib/handoff/decision.ts'
import { planCancel, planWithdraw } from '#lib/handoff/moves.ts'
import { ben, handoff, NOW } from './builders.ts'

const operation = { operationKey: '33333333-3333-4333-8333-333333333333', now: NOW }
const asBen = { ...operation, actor: ben, role: 'incoming' as const }

const [due, later] = ['2026-03-11T09:00:00Z', '2026-03-12T09:00:00Z']
const open: Comment = {
  id: 'a07',
  kind: 'clarification',
  question: 'why.pain',
  section: 'why',
  body: 'Whose pain?',
  author: ben,
  writtenAt: NOW,
  dueAt: due,
  resolvedAt: null,
  resolvedBy: null,
  inReplyTo: null,
}
const asking = handoff({ status: 'clarification', comments: [open] })

describe('a question that is open', () => {
  it('keeps its due time when another is asked', () => {
    const asked = [{ question: 'why.pain', section: 'why', body: 'And since when?' }]
    expect(planClarification(asking, { ...asBen, asked, dueAt: later })).toMatchObject({
      plan: { handoff: { clarificationDueAt: due }, comments: [{ dueAt: later }] },
    })
  })

  it.each([
    { by: 'an acceptance', planned: planAccept(asking, { ...asBen, note: '' }) },
    {
      by: 'its sender’s withdrawal',
      planned: planWithdraw(asking, { ...asBen, role: 'outgoing' }),
    },
    { by: 'an end', planned: planCancel(asking, { ...asBen, role: 'manager', reason: 'Off' }) },
  ])('is settled by $by: nobody waits for its answer any more', ({ planned }) => {
    expect(planned).toMatchObject({
      plan: { resolved: [{ commentId: 'a07', by: ben, at: NOW }] },
    })
  })
})
