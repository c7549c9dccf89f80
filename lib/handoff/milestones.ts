import type { BusinessCalendar } from './business-time.ts'
import { addOffset, localDay, onWorkDay } from './business-time.ts'
import type { Condition } from './condition.ts'
import type { Variant } from './variant.ts'
import type { Anchor, Milestone, Template } from './template.ts'
import type { DatedMilestone } from './transition.ts'

/** When each anchor happened or is expected, as instants. */
export type AnchorTimes = { readonly [Name in Anchor]?: string }

/** What the dates of a transition depend on. */
export interface Timing {
  readonly variant: Variant
  readonly anchors: AnchorTimes
  readonly calendar: BusinessCalendar
  /** Judges a condition; what it cannot judge, it keeps. */
  readonly holds: (condition: Condition) => boolean
}

/** Whether a part of the template is planned in a variant. */
export function isPlannedIn(
  { variants }: { readonly variants?: readonly Variant[] | undefined },
  variant: Variant,
): boolean {
  return variants === undefined || variants.includes(variant)
}

/**
 * When a milestone is due. What people have to do is due on a working day: what comes before something else, before it.
 * What happens together with something else does so on whatever day that is.
 */
function dueAt({ offset, owner }: Milestone, start: string, calendar: BusinessCalendar): string {
  const at = addOffset(start, offset, calendar)
  if (owner === 'system' || offset.amount === 0) return at
  return onWorkDay(at, calendar, offset.amount < 0 ? -1 : 1)
}

function dated(milestone: Milestone, { anchors, calendar }: Timing) {
  const start = anchors[milestone.anchor]
  if (start === undefined) return { at: null, day: null }
  const at = dueAt(milestone, start, calendar)
  return { at, day: localDay(at, calendar) }
}

// A sign such as “~” would stand before all days: no language sorts signs behind numbers.
const inOrder = (one: DatedMilestone, other: DatedMilestone) =>
  (one.at ?? '9').localeCompare(other.at ?? '9')

/**
 * The anchors with those added that a milestone of the same key foretells, such as the planned kickoff.
 * What has happened is never replaced.
 */
export function expectedAnchors(template: Template, timing: Timing): AnchorTimes {
  const foretold = template.milestones
    .filter((milestone) => isPlannedIn(milestone, timing.variant))
    .flatMap((milestone) => {
      const { at } = dated(milestone, timing)
      return at === null ? [] : [[milestone.key, at] as const]
    })
  return { ...Object.fromEntries(foretold), ...timing.anchors }
}

/** The milestones of a handoff in order of time, those without a date last. */
export function planMilestones(template: Template, timing: Timing): readonly DatedMilestone[] {
  const anchors = expectedAnchors(template, timing)
  return template.milestones
    .filter((milestone) => isPlannedIn(milestone, timing.variant))
    .filter(({ when }) => when === undefined || timing.holds(when))
    .map((milestone): DatedMilestone => {
      const { offset: _, when: __, variants: ___, ...kept } = milestone
      const date = dated(milestone, { ...timing, anchors })
      return Object.assign(date, { ...kept, status: 'open', touched: false } as const)
    })
    .toSorted(inOrder)
}

/** The milestones after an anchor moved: open ones that nobody touched take their new dates, all others stay. */
export function reschedule(
  milestones: readonly DatedMilestone[],
  template: Template,
  timing: Timing,
): readonly DatedMilestone[] {
  const planned = new Map(planMilestones(template, timing).map((one) => [one.key, one]))
  return milestones
    .map((milestone) => {
      const now = planned.get(milestone.key)
      const moves = milestone.status === 'open' && !milestone.touched && now !== undefined
      return moves ? { ...milestone, at: now.at, day: now.day } : milestone
    })
    .toSorted(inOrder)
}
