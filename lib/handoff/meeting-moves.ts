import { localDay } from './business-time.ts'
import type { Planned, PlannedMeeting } from './plan.ts'
import { refused } from './planning.ts'
import { rearranged } from './transition-plan.ts'
import { type Acting, current, planned } from './transition-moves.ts'
import type { DatedMilestone } from './transition.ts'

/** A meeting as somebody has arranged it. */
export type Meeting = Omit<PlannedMeeting, 'owner' | 'on'>

function problemIn({ subject, start, end }: Meeting, now: string): string | null {
  if (subject.trim() === '') return 'Say what the meeting is called.'
  if (Date.parse(start) <= Date.parse(now)) return 'This time has passed.'
  return Date.parse(end) > Date.parse(start) ? null : 'The meeting ends before it begins.'
}

/** Everything that arranging a meeting changes: it is in the calendars, and its step has its day. */
export function planMeeting(
  acting: Acting & { readonly milestone: string; readonly meeting: Meeting },
): Planned {
  const { milestone: key, meeting, handoff, calendar, actor, now } = acting
  const before = current(acting)
  const milestone = before.milestones.find((one) => one.key === key)
  if (!milestone) return refused('This step is not part of the plan any more.')
  const problem = problemIn(meeting, now)
  if (problem !== null) return refused(problem)
  const day = localDay(meeting.start, calendar)
  const arranged = { at: meeting.start, day, touched: true, meetingAt: meeting.start } as const
  const after = (one: DatedMilestone): DatedMilestone => {
    if (one.key === key) return { ...one, ...arranged, status: 'open' }
    const isScheduled = one.key === `schedule-${key}` && one.status === 'open'
    return isScheduled ? { ...one, status: 'done' } : one
  }
  const moved = { ...before, milestones: before.milestones.map(after) }
  const following = { ...acting, handoff: { ...handoff, transition: moved, tasks: [] } }
  const plan = planned('change-milestone', acting, {
    next: key === 'kickoff' ? rearranged(moved, following) : moved,
    details: { milestone: key, meeting: meeting.start },
  })
  if (plan.outcome === 'refused') return plan
  // An agenda among colleagues holds what not everybody who sees the deal may read.
  const on = milestone.kind === 'internal-sync' ? 'handoff' : 'opportunity'
  return { ...plan, plan: { ...plan.plan, meetings: [{ ...meeting, owner: actor, on }] } }
}
