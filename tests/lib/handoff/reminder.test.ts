import { describe, expect, it } from 'vitest'
import { isChased, planReminder } from '#lib/handoff/reminder.ts'
import { planAccept, planDecline } from '#lib/handoff/decision.ts'
import { planCancel, planReassign, planWithdraw } from '#lib/handoff/moves.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { handoff, NOW } from './builders.ts'

const ana = { userId: '005000000000001AAA', name: 'Ana Ferreira' }
const reminder = {
  operationKey: 'op',
  actor: ana,
  role: 'outgoing' as const,
  now: NOW,
  words: ' The kickoff is on Monday ',
  timeZone: 'Europe/Paris',
}
const submitted = handoff({ status: 'submitted' })
const asked = {
  id: 'c1',
  kind: 'clarification' as const,
  question: 'why',
  section: null,
  body: 'Which month?',
  author: submitted.incoming,
  writtenAt: NOW,
  dueAt: null,
  resolvedAt: null,
  resolvedBy: null,
  inReplyTo: null,
}

describe('reminding the recipient', () => {
  it('leaves the status, counts, and gives the recipient a task for today', () => {
    const planned = planReminder({ ...submitted, chaseCount: 1 }, reminder)
    expect(planned).toMatchObject({
      plan: {
        handoff: { chaseCount: 2 },
        opportunity: null,
        events: [{ kind: 'Reminded', details: { chase: 2, words: 'The kickoff is on Monday' } }],
        tasks: [{ owner: submitted.incoming, day: NOW.slice(0, 10), on: 'handoff' }],
      },
    })
    expect(planned.outcome === 'planned' && planned.plan.handoff).not.toHaveProperty('status')
  })

  it('on a Sunday gives them a task for Monday, and says so', () => {
    expect(planReminder(submitted, { ...reminder, now: '2026-03-15T12:00:00.000Z' })).toMatchObject(
      {
        plan: {
          tasks: [{ day: '2026-03-16' }],
          inWords: [expect.stringMatching(/16 March 2026\.$/)],
        },
      },
    )
  })

  it.each([
    { what: 'nobody is to decide', about: { ...submitted, incoming: null } },
    {
      what: 'the sender owes an answer',
      about: { ...submitted, status: 'clarification' as const, comments: [asked] },
    },
    { what: 'it is decided', about: handoff({ status: 'accepted' }) },
  ])('is refused while $what', ({ about }) => {
    expect(planReminder(about, reminder).outcome).toBe('refused')
  })

  it('has its task done by whatever ends the waiting', () => {
    const made = planReminder(submitted, reminder)
    const { subject = '', owner = null } =
      made.outcome === 'planned' ? (made.plan.tasks[0] ?? {}) : {}
    const task = { id: '00T1', milestone: null, subject, day: null, isClosed: false, owner }
    const others = [
      { ...task, id: '00T2', isClosed: true },
      { ...task, id: '00T3', subject: 'Ana Ferreira mentions you: decide soon' },
    ]
    const waiting = { ...submitted, tasks: [task, ...others] }
    const mara = { ...reminder, role: 'manager' as const, reason: 'Off' }
    const deciding = { ...reminder, role: 'incoming' as const }
    const to = { userId: '005000000000009AAA', name: 'Sam Okonkwo' }
    const declining = { ...deciding, reasons: ['OTHER'], comment: 'No', questions: [] }
    const ends = [
      planAccept(waiting, { ...deciding, note: '' }),
      planDecline(waiting, aeCsm, declining),
      planWithdraw(waiting, reminder),
      planCancel(waiting, mara),
      planReassign(waiting, { ...mara, to, dueAt: null }),
    ]
    const done = { taskId: '00T1', isDone: true, heldBy: submitted.incoming?.userId }
    for (const planned of ends) expect(planned).toMatchObject({ plan: { taskChanges: [done] } })
  })

  it('is no longer the answer from the second time on', () => {
    expect([0, 1, 2, 3].map((chaseCount) => isChased({ chaseCount }))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})
