import { addOffset, dayAfter, localDay } from './business-time.ts'
import type { Finding } from './finding.ts'
import type { Timing } from './milestones.ts'
import { expectedAnchors, isPlannedIn } from './milestones.ts'
import { spokenDay } from './spoken-day.ts'
import type { Anchor, PhasePlan, Template } from './template.ts'
import type { Phase } from './transition.ts'

type Side = PhasePlan['communicationOwner']

interface Anchored extends Phase {
  readonly anchor: Anchor
}

function anchored(plan: PhasePlan, start: string, { calendar }: Timing): Anchored {
  const { phase, communicationOwner, anchor } = plan
  const from = localDay(addOffset(start, plan.from, calendar), calendar)
  const until = localDay(addOffset(start, plan.to, calendar), calendar)
  return { phase, communicationOwner, anchor, from, until }
}

/**
 * Phases on different anchors are parted by the first day of the later one, however late or early its anchor comes:
 * the kickoff ends what came before it, and until the kickoff nothing ends.
 */
function meet(phase: Anchored, later: readonly Anchored[]): Anchored {
  const [next] = later
  const others = later.filter(({ anchor }) => anchor !== phase.anchor).map(({ from }) => from)
  const [first] = others.toSorted()
  if (next === undefined || first === undefined) return phase
  const meets = next.anchor !== phase.anchor || first < phase.until
  return meets ? { ...phase, until: first } : phase
}

/** The phases of a handoff with their days, in order. Phases without a dated anchor, and those left without a day, are not among them. */
export function planPhases(template: Template, timing: Timing): readonly Phase[] {
  const anchors = expectedAnchors(template, timing)
  return template.phases
    .filter((plan) => isPlannedIn(plan, timing.variant))
    .flatMap((plan) => {
      const start = anchors[plan.anchor]
      return start === undefined ? [] : [anchored(plan, start, timing)]
    })
    .map((phase, at, all) => meet(phase, all.slice(at + 1)))
    .filter(({ from, until }) => from < until)
    .map(({ phase, communicationOwner, from, until }) => ({
      phase,
      communicationOwner,
      from,
      until,
    }))
    .toSorted((one, other) => one.from.localeCompare(other.from))
}

/** One day of the transition and who speaks to the customer on it. */
export interface StripDay {
  readonly day: string
  readonly phases: readonly Phase['phase'][]
  readonly speaks: Side | 'nobody' | 'both'
}

function speaksOn(phases: readonly Phase[]): StripDay['speaks'] {
  const sides = new Set(phases.map(({ communicationOwner }) => communicationOwner))
  if (sides.size === 2) return 'both'
  return sides.values().next().value ?? 'nobody'
}

const covers = (day: string) => (phase: Phase) => phase.from <= day && day < phase.until

function daysFrom(start: string, end: string): readonly string[] {
  const days: string[] = []
  for (let day = start; day < end; day = dayAfter(day)) days.push(day)
  return days
}

/** Every day from the first to the exit, with who speaks to the customer. */
export function dayStrip(phases: readonly Phase[]): readonly StripDay[] {
  const ordered = phases.filter(({ from, until }) => from < until)
  const start = ordered.map(({ from }) => from).toSorted()[0] ?? ''
  const exit =
    ordered
      .map(({ until }) => until)
      .toSorted()
      .at(-1) ?? ''
  return daysFrom(start, exit).map((day) => {
    const current = ordered.filter(covers(day))
    return { day, phases: current.map(({ phase }) => phase), speaks: speaksOn(current) }
  })
}

/** A run of days on which it is not clear who speaks to the customer. */
export interface CoverProblem {
  readonly speaks: 'nobody' | 'both'
  readonly from: string
  /** The last day. */
  readonly to: string
}

/** The runs of days with no communication owner, or with two. */
export function coverProblems(phases: readonly Phase[]): readonly CoverProblem[] {
  const problems: { speaks: 'nobody' | 'both'; from: string; to: string }[] = []
  for (const { day, speaks } of dayStrip(phases)) {
    if (speaks !== 'nobody' && speaks !== 'both') continue
    const last = problems.at(-1)
    if (last?.speaks === speaks && dayAfter(last.to) === day) last.to = day
    else problems.push({ speaks, from: day, to: day })
  }
  return problems
}

const whenOf = ({ from, to }: CoverProblem) =>
  from === to ? `On ${spokenDay(from)}` : `From ${spokenDay(from)} to ${spokenDay(to)}`

/** What is wrong with the phases: each finding names the days. */
export function phaseFindings(phases: readonly Phase[]): readonly Finding[] {
  return coverProblems(phases).map((problem) => ({
    severity: 'blocks-accept',
    rule: problem.speaks === 'nobody' ? 'phase-gap' : 'phase-overlap',
    sentence: `${whenOf(problem)} ${
      problem.speaks === 'nobody'
        ? 'nobody speaks to the customer.'
        : 'both sides would speak to the customer.'
    }`,
    question: null,
    section: null,
  }))
}

/**
 * The phases after a person moved the first day of one. The phase before it follows, so nothing gapes or overlaps;
 * the day stays within the two phases it parts, at least one day each.
 */
export function movePhase(phases: readonly Phase[], index: number, from: string): readonly Phase[] {
  const [before, moved] = [phases[index - 1], phases[index]]
  if (moved === undefined) return phases
  const earliest = before ? dayAfter(before.from) : from
  const latest = dayAfter(moved.until, -1)
  const day = from > latest ? latest : from < earliest ? earliest : from
  return phases.map((phase, at) => {
    if (at === index) return { ...phase, from: day }
    return at === index - 1 ? { ...phase, until: day } : phase
  })
}

const otherDoes = {
  shadow: 'joins',
  joint: 'joins',
  lead: 'stays reachable',
  exit: 'leaves',
} as const satisfies Record<Phase['phase'], string>

/** Who the two sides are, and which day it is. */
export interface TodaysNames {
  readonly today: string
  readonly outgoing: string
  readonly incoming: string
}

const withoutYear = (day: string) => spokenDay(day, { year: 'omitted' })

/** Who speaks to the customer now, such as `Until 12 May: Ana leads, Ben joins`. Empty when there are no phases. */
export function leadSentence(
  phases: readonly Phase[],
  names: TodaysNames,
  spoken: (day: string) => string = withoutYear,
): string {
  const [first] = phases
  const exit = phases
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  if (first === undefined || exit === undefined) return ''
  if (names.today >= exit) return `Since ${spoken(exit)}: ${names.incoming} leads`
  const current = phases.findLast(covers(names.today))
  if (current === undefined) return `${names.outgoing} leads`
  const { communicationOwner: owner, phase, until } = current
  const other = owner === 'outgoing' ? 'incoming' : 'outgoing'
  const last = spoken(dayAfter(until, -1))
  return `Until ${last}: ${names[owner]} leads, ${names[other]} ${otherDoes[phase]}`
}
