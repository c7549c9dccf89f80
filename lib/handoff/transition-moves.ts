import { localDay } from './business-time.ts'
import { isRunning } from './follow-through.ts'
import type { MoveName } from './lifecycle.ts'
import {
  milestonesNow,
  missingTasks,
  rememberingDays,
  taskChanges,
  withTasks,
} from './milestone-tasks.ts'
import { phaseFindings } from './phases.ts'
import type { Plan, Planned } from './plan.ts'
import { type Operation, planMove, refused } from './planning.ts'
import type { DatedMilestone, Phase, Transition } from './transition.ts'
import { type Arranging, arranged, rearranged, standingOf } from './transition-plan.ts'

/** An act within a transition. */
export interface Acting extends Operation, Arranging {}

/** The transition as it stands, or as the template plans it while nobody has. */
export function current(acting: Acting): Transition {
  const { transition, tasks } = acting.handoff
  if (!transition) return arranged(acting)
  return { ...transition, milestones: [...milestonesNow(transition, tasks)] }
}

/** What a step makes of the transition, and what is said of it. */
interface Told {
  readonly next: Transition
  readonly details: Plan['events'][number]['details']
  readonly firstCustomerContactAt?: string
}

/** What both sides see changes only if nobody else has changed it meanwhile. */
export function planned(name: MoveName, acting: Acting, told: Told): Planned {
  const { handoff } = acting
  const { next: wanted, details, ...first } = told
  const before = milestonesNow(handoff.transition ?? { milestones: [] }, handoff.tasks)
  const next = { ...wanted, milestones: rememberingDays(before, wanted.milestones) }
  const changes = {
    details,
    handoff: { ...standingOf(isRunning(handoff) ? withTasks(next) : next, acting), ...first },
    tasks: isRunning(handoff) ? missingTasks(next, handoff, acting) : [],
    taskChanges: taskChanges(before, next.milestones, handoff.tasks),
    unchangedSince: handoff.modifiedAt,
  }
  return planMove(name, handoff, { ...acting, changes })
}

/** An acceptance together with the transition that begins with it. */
export function withTransition(accepting: Planned, acting: Acting): Planned {
  if (accepting.outcome === 'refused' || acting.handoff.packet === null) return accepting
  const taken = { ...acting, handoff: { ...acting.handoff, decidedAt: acting.now } }
  const next = rearranged(current(taken), taken)
  const { plan } = accepting
  return {
    ...accepting,
    plan: {
      ...plan,
      handoff: { ...plan.handoff, ...standingOf(withTasks(next), taken) },
      tasks: [...plan.tasks, ...missingTasks(next, taken.handoff, taken)],
    },
  }
}

/** Days for the phases, and those that the user had in front of them. */
interface PhaseDays extends Acting {
  readonly phases: readonly Phase[]
  readonly before?: readonly Phase[] | undefined
}

const daysIn = (phases: readonly Phase[]) =>
  phases.map(({ phase, from, until, communicationOwner }) => [
    phase,
    from,
    until,
    communicationOwner,
  ])

function isSetMeanwhile({ handoff: { transition }, before }: PhaseDays): boolean {
  if (!transition || before === undefined) return false
  return String(daysIn(transition.phases)) !== String(daysIn(before))
}

const setMeanwhile = (what: string) =>
  refused(`Somebody else has set ${what} meanwhile. Cancel yours to see theirs.`)

/** Everything that setting the days of the phases changes. Gaps and overlaps are refused, and days set over others unseen. */
export function planPhaseDays(acting: PhaseDays): Planned {
  if (isSetMeanwhile(acting)) return setMeanwhile('these days')
  const phases = acting.phases.toSorted((one, other) => one.from.localeCompare(other.from))
  const [problem] = phaseFindings(phases)
  if (problem) return refused(problem.sentence)
  if (phases.some(({ from, until }) => from >= until))
    return refused('Each phase needs at least one day.')
  const next = { ...current(acting), phases, ownPhases: true }
  const days = phases.map(({ phase, from, until }) => `${phase} ${from}/${until}`)
  return planned('plan-phases', acting, { next, details: { phases: days } })
}

/** Everything that setting the day on which ownership shifts changes; it is asked for while nothing hangs on it yet. */
export function planEffectiveDay(acting: Acting & { readonly day: string }): Planned {
  if (current(acting).phases.length > 0) return refused('Somebody else has set this day meanwhile.')
  const handoff = { ...acting.handoff, effectiveDate: acting.day }
  const moved = { ...acting, handoff }
  const next = rearranged(current(moved), moved)
  const told = { next, details: { effective: acting.day } }
  const plan = planned('plan-phases', moved, told)
  if (plan.outcome === 'refused') return plan
  return {
    ...plan,
    plan: { ...plan.plan, handoff: { ...plan.plan.handoff, effectiveDate: acting.day } },
  }
}

/** Everything that changes when days follow what they hang on. */
export function planRearranging(acting: Acting): Planned {
  const next = rearranged(current(acting), acting)
  return planned('plan-phases', acting, { next, details: { rearranged: 'days' } })
}

/** Whether the dates that open steps and phases hang on have moved since they were planned. */
export function hasMoved(arranging: Arranging): boolean {
  const { transition, tasks } = arranging.handoff
  if (!transition) return false
  const next = rearranged(transition, arranging)
  const days = new Map(milestonesNow(transition, tasks).map(({ key, day }) => [key, day]))
  return (
    next.milestones.some(({ key, day }) => days.get(key) !== day) ||
    JSON.stringify(next.phases) !== JSON.stringify(transition.phases)
  )
}

/** What becomes of a milestone. */
export interface MilestoneChange {
  readonly key: string
  readonly status: DatedMilestone['status']
  /** Why it is not needed, or what shows that it is done. */
  readonly note: string
  /** A new day for an open one. */
  readonly day?: string | undefined
  /** The day that the user had in front of them; absent where that is not known. */
  readonly before?: string | null | undefined
}

const meetsCustomer = ({ kind, owner }: DatedMilestone) =>
  kind === 'joint-call' || (kind === 'message' && owner === 'incoming')

function changed(milestone: DatedMilestone, change: MilestoneChange) {
  const { status, day } = change
  const moves = day !== undefined && day !== milestone.day
  return {
    ...milestone,
    status,
    ...noteOf(change),
    ...(moves ? { day, at: null, touched: true } : {}),
  }
}

/** Everything that closing, waiving, reopening or moving a milestone changes, with what hangs on its day. */
export function planMilestone(acting: Acting & { readonly change: MilestoneChange }): Planned {
  const { change, handoff, now, calendar } = acting
  const before = current(acting)
  const milestone = before.milestones.find(({ key }) => key === change.key)
  if (!milestone) return refused('This step is not part of the plan any more.')
  if (change.before !== undefined && change.before !== milestone.day)
    return setMeanwhile('this day')
  if (change.status === 'skipped' && change.note.trim() === '')
    return refused('Say why it is not needed.')
  const milestones = before.milestones.map((one) =>
    one === milestone ? changed(one, change) : one,
  )
  const moved = { ...before, milestones }
  // Its own task tells the old day still: what follows is planned from what was just said.
  const following = { ...acting, handoff: { ...handoff, transition: moved, tasks: [] } }
  const next = change.key === 'kickoff' ? rearranged(moved, following) : moved
  const isMet = change.status === 'done' && meetsCustomer(milestone)
  const first = isMet && !handoff.firstCustomerContactAt ? { firstCustomerContactAt: now } : {}
  return planned('change-milestone', acting, {
    next,
    details: {
      milestone: change.key,
      status: change.status,
      ...noteOf(change),
      today: localDay(now, calendar),
    },
    ...first,
  })
}

const noteOf = ({ note }: MilestoneChange) => (note.trim() === '' ? {} : { note: note.trim() })
