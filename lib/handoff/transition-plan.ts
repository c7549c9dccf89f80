import {
  addOffset,
  type BusinessCalendar,
  isTimeZone,
  instantOn,
  localDay,
  onWorkDay,
} from './business-time.ts'
import { judge } from './conditions.ts'
import type { Deal } from './deal.ts'
import { formulaInput, formulaNames } from './formula-binding.ts'
import type { FormulaEngine } from './formula-engine.ts'
import type { Handoff } from './handoff.ts'
import { milestonesNow } from './milestone-tasks.ts'
import { type AnchorTimes, planMilestones, reschedule, type Timing } from './milestones.ts'
import { planPhases } from './phases.ts'
import type { Template } from './template.ts'
import type { DatedMilestone, Phase, Transition } from './transition.ts'

/** What the deal tells about the days of a transition. */
type Known = Pick<Deal, 'fields' | 'activities' | 'timeZone'>

/** What of a handoff its days hang on. */
export type ArrangedHandoff = Pick<
  Handoff,
  | 'submittedAt'
  | 'modifiedAt'
  | 'decidedAt'
  | 'packet'
  | 'effectiveDate'
  | 'transition'
  | 'tasks'
  | 'outgoing'
  | 'incoming'
>

/** What days are planned from. */
export interface DaysFrom {
  readonly template: Template
  readonly handoff: ArrangedHandoff
  /** Null when the deal was not read. */
  readonly deal: Known | null
  readonly calendar: BusinessCalendar
  readonly now: string
  /** Absent where the template has no formulas. */
  readonly formulas?: FormulaEngine | undefined
}

/** What the transition of a handoff is planned from. */
export interface Arranging extends DaysFrom {
  readonly handoff: Handoff
}

const later = (one: string, other: string | null) => (other !== null && other > one ? other : one)

/** A deal won long before it is handed over would give days that have passed: then the handoff itself is the start. */
function wonAt(arranging: DaysFrom, submittedAt: string): string {
  const closes = arranging.deal?.fields['Opportunity.CloseDate']
  const isDay = typeof closes === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(closes)
  return later(submittedAt, isDay ? opening(closes, arranging) : null)
}

function firstMeeting(arranging: DaysFrom): AnchorTimes {
  const { deal, handoff, calendar } = arranging
  const since = localDay(handoff.submittedAt ?? handoff.modifiedAt, calendar)
  const meetings = deal?.activities.filter(({ kind, at }) => kind === 'meeting' && at >= since)
  const at = meetings?.map((one) => one.at).toSorted()[0]
  return at ? { 'first-meeting': at.length > 10 ? at : opening(at, arranging) } : {}
}

/** The day ownership shifts, as far as anybody has said: on the handoff, else in an answer. */
function effectiveDay({ effectiveDate, packet }: ArrangedHandoff): string | null {
  if (effectiveDate) return effectiveDate
  const answers = Object.entries(packet?.answers ?? {})
  const said = answers.find(([question]) => question.endsWith('.effective'))?.[1]
  return said?.kind === 'given' && said.value.type === 'date' ? said.value.date : null
}

const opening = (day: string, { calendar }: DaysFrom) => instantOn(day, calendar.opens, calendar)

/** The day of the kickoff that a person has set, or on which it has happened: other days hang on it. */
function fixedAnchors(arranging: DaysFrom): AnchorTimes {
  const { transition, tasks } = arranging.handoff
  const kickoff = milestonesNow(transition ?? { milestones: [] }, tasks).find(
    ({ key, touched, status }) => key === 'kickoff' && (touched || status === 'done'),
  )
  return kickoff?.day ? { kickoff: opening(kickoff.day, arranging) } : {}
}

/** When ownership shifts: on the day that somebody has said, else where the template has it shift on acceptance, then. */
function effectiveAt(arranging: DaysFrom, accepted: string): string | null {
  const said = effectiveDay(arranging.handoff)
  if (said !== null) return opening(said, arranging)
  return arranging.template.transfer.ownerMoves === 'on-accept' ? accepted : null
}

function anchorsOf(arranging: DaysFrom): AnchorTimes {
  const { handoff, now } = arranging
  const submitted = handoff.submittedAt ?? now
  const accepted = handoff.decidedAt ?? now
  const effective = effectiveAt(arranging, accepted)
  return {
    submitted,
    accepted,
    won: wonAt(arranging, submitted),
    ...(effective === null ? {} : { effective }),
    ...firstMeeting(arranging),
    ...fixedAnchors(arranging),
  }
}

/** Judges conditions of steps by the deal and the packet; without the deal nobody can tell. */
function judging(arranging: DaysFrom): Timing['holds'] {
  const { template, handoff, deal, calendar, now, formulas: engine } = arranging
  if (deal === null) return () => true
  const { variant = 'standard', answers = {} } = handoff.packet ?? {}
  const as = { answers, variant, unticked: [] }
  const circumstances = { deal, now, timeZone: calendar.timeZone }
  const input = engine && formulaInput(formulaNames(template), as, circumstances)
  const formulas = engine && input && ((formula: string) => engine.evaluate(formula, input))
  return (condition) => judge(condition, { deal, answers, variant, formulas }) !== false
}

function timingOf(arranging: DaysFrom): Timing {
  const { handoff, calendar } = arranging
  return {
    variant: handoff.packet?.variant ?? 'standard',
    anchors: anchorsOf(arranging),
    calendar,
    holds: judging(arranging),
  }
}

/** What the days of steps hang on, once the phases are planned: ownership may shift when one of them ends. */
function withPhases(timing: Timing, phases: readonly Phase[], arranging: DaysFrom): Timing {
  if (arranging.template.transfer.ownerMoves !== 'at-phase-end' || !phases[0]) return timing
  const effective = opening(shiftDay(phases, arranging), arranging)
  return { ...timing, anchors: { ...timing.anchors, effective } }
}

/** What was planned for a time before the recipient had accepted is due when they have, or on the next working day. */
function notBefore(milestone: DatedMilestone, { handoff, calendar, now }: DaysFrom) {
  const accepted = handoff.decidedAt ?? now
  const isPast = milestone.at !== null && milestone.at < accepted && milestone.status === 'open'
  const start = milestone.owner === 'system' ? accepted : onWorkDay(accepted, calendar)
  return isPast && !milestone.touched
    ? { ...milestone, at: start, day: localDay(start, calendar) }
    : milestone
}

/** Accepting says that all of this has happened; what nobody must do any more is left out. */
function atAcceptance(milestone: DatedMilestone, arranging: DaysFrom): readonly DatedMilestone[] {
  const { doneBy, owner, required, at } = milestone
  const isOver = doneBy ? doneBy !== 'transfer' : owner === 'system'
  if (isOver && required) return [{ ...milestone, status: 'done' }]
  const isMissed = at !== null && at < (arranging.handoff.decidedAt ?? arranging.now)
  return !required && isMissed ? [] : [notBefore(milestone, arranging)]
}

/** The transition as the template plans it. */
export function arranged(arranging: DaysFrom): Transition {
  const { template } = arranging
  const timing = timingOf(arranging)
  const phases = [...planPhases(template, timing)]
  const steps = planMilestones(template, withPhases(timing, phases, arranging))
  return {
    v: 1,
    timeZone: arranging.calendar.timeZone,
    phases,
    milestones: steps.flatMap((one) => atAcceptance(one, arranging)),
  }
}

/** The calendar in which the days were planned; the reader's own where that is not known. */
function calendarOf({ timeZone }: Transition, { calendar }: DaysFrom): BusinessCalendar {
  return timeZone !== undefined && isTimeZone(timeZone) ? { ...calendar, timeZone } : calendar
}

/** The transition after something that its days hang on has moved. What a person has set stays. */
export function rearranged(before: Transition, reading: DaysFrom): Transition {
  const arranging = { ...reading, calendar: calendarOf(before, reading) }
  const { template, handoff } = arranging
  const timing = timingOf(arranging)
  const phases = before.ownPhases === true ? before.phases : [...planPhases(template, timing)]
  const moved = withPhases(timing, phases, arranging)
  const milestones = reschedule(milestonesNow(before, handoff.tasks), template, moved)
  return { ...before, phases, milestones: milestones.map((one) => notBefore(one, arranging)) }
}

/** How long the outgoing owner stays when the template plans no phases. */
const STAYS = { amount: 30, unit: 'days' } as const

/** The day on which the outgoing owner leaves. */
export function exitDay(phases: readonly Phase[], { handoff, calendar, now }: DaysFrom): string {
  const last = phases.map(({ until }) => until).toSorted()
  return last.at(-1) ?? localDay(addOffset(handoff.decidedAt ?? now, STAYS, calendar), calendar)
}

/** The day on which the phase ends after which ownership shifts. */
function shiftDay(phases: readonly Phase[], arranging: DaysFrom): string {
  const { afterPhase } = arranging.template.transfer
  return phases.find(({ phase }) => phase === afterPhase)?.until ?? exitDay(phases, arranging)
}

/** The day ownership shifts, as the template says; null when nobody knows yet or it never does. */
function ownedFrom(phases: readonly Phase[], arranging: DaysFrom): string | null {
  const { template, handoff, calendar, now } = arranging
  const { ownerMoves } = template.transfer
  if (ownerMoves === 'on-accept') return localDay(handoff.decidedAt ?? now, calendar)
  if (ownerMoves === 'at-effective-date') return effectiveDay(handoff)
  return ownerMoves === 'never' ? null : shiftDay(phases, arranging)
}

/** What the handoff's own fields say of a transition. */
export function standingOf(transition: Transition, arranging: DaysFrom) {
  const { phases } = transition
  const { handoff, calendar, now } = arranging
  const today = localDay(now, calendar)
  const current = phases.find(({ from, until }) => from <= today && today < until)
  const after = phases.length > 0 && today >= exitDay(phases, arranging)
  const side = current?.communicationOwner ?? (after ? 'incoming' : 'outgoing')
  const speaks = handoff[side]
  const effectiveDate = ownedFrom(phases, arranging)
  return {
    transition,
    // Nobody leaves before the deal is somebody else's.
    transitionEnd: later(exitDay(phases, arranging), effectiveDate),
    ...(effectiveDate === null ? {} : { effectiveDate }),
    ...(speaks === null ? {} : { communicationOwner: speaks }),
  }
}
