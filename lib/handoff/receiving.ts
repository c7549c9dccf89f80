import type { Handoff } from './handoff.ts'
import type { Planned, Pulse } from './plan.ts'
import { type Operation, planMove, refused } from './planning.ts'
import { allRead } from './reviewed.ts'
import type { SaidBack } from './said-back.ts'

/** Everything that the recipient's first look changes: that it happened, once. */
export function planView(handoff: Handoff, operation: Operation): Planned {
  if (handoff.firstViewedAt) return refused('It was opened before.')
  const changes = { handoff: { firstViewedAt: operation.now } }
  return planMove('view', handoff, { ...operation, changes })
}

/** Everything that having read sections changes. Sections read before stay so. */
export function planReview(
  handoff: Handoff,
  operation: Operation & { readonly sections: readonly string[] },
): Planned {
  const before = handoff.reviewed ?? {}
  const fresh = operation.sections.filter((section) => !(section in before))
  if (fresh.length === 0) return refused('These sections were read before.')
  const changes = {
    handoff: { reviewed: { ...before, ...allRead(fresh, operation.now) } },
    details: { sections: fresh },
  }
  return planMove('review', handoff, { ...operation, changes })
}

/** Everything that the sender's look at what was said back changes: that all of it is right, or what is set right. */
export function planVerdict(
  handoff: Handoff,
  operation: Operation & { readonly corrections: NonNullable<SaidBack['verdict']>['corrections'] },
): Planned {
  const { saidBack } = handoff
  const { corrections, actor, now } = operation
  if (!saidBack) return refused('Nothing was said back with this handoff.')
  if (corrections.some(({ words }) => words.trim() === '')) return refused('Write what is right.')
  const changes = {
    handoff: { saidBack: { ...saidBack, verdict: { by: actor, at: now, corrections } } },
    details: {
      saidBack: corrections.length === 0 ? 'confirmed' : 'corrected',
      about: corrections.map(({ about }) => about),
    },
    inWords: [
      corrections.length === 0
        ? `You confirm what ${saidBack.by.name} said back.`
        : `${saidBack.by.name} sees what you set right.`,
    ],
  }
  return planMove('comment', handoff, { ...operation, changes })
}

/** Who has rated has done the task that asked for it. */
function ratingTasks({ transition, tasks = [] }: Handoff, { actor }: Operation) {
  const asked = new Set(
    transition?.milestones.filter(({ kind }) => kind === 'rating').map(({ key }) => key),
  )
  return tasks
    .filter(({ milestone, isClosed }) => milestone !== null && asked.has(milestone) && !isClosed)
    .filter(({ owner }) => owner?.userId === actor.userId)
    .map(({ id }) => ({ taskId: id, isDone: true, heldBy: actor.userId }))
}

/** Everything that a rating changes: of the packet by the recipient, of the recipient's start by the sender, of it all by the manager. */
export function planRating(
  handoff: Handoff,
  operation: Operation & {
    readonly ratings: Readonly<Record<string, number>>
    readonly comment: string
  },
): Planned {
  const { ratings, comment, role } = operation
  const given = Object.values(ratings)
  if (given.length === 0) return refused('Rate at least one of them.')
  if (given.some((one) => !Number.isInteger(one) || one < 1 || one > 5))
    return refused('Each rating is a whole number from 1 to 5.')
  const words = comment.trim()
  const changes = {
    handoff: { ratings, ...(words === '' || role !== 'incoming' ? {} : { ratingComment: words }) },
    taskChanges: ratingTasks(handoff, operation),
    details: { by: role, ...ratings, ...(words === '' ? {} : { comment: words }) },
    inWords: ['Your rating is added.'],
  }
  return planMove('rate', handoff, { ...operation, changes })
}

/** Everything that the customer's answers to the three questions change: few give all of them. */
export function planPulse(
  handoff: Handoff,
  operation: Operation & { readonly pulse: Pulse },
): Planned {
  const { pulse } = operation
  const { comment, ...marks } = pulse
  if (Object.keys(marks).length === 0 && comment.trim() === '')
    return refused('Record a mark, or what the customer wrote.')
  const changes = {
    handoff: { pulse },
    details: { pulse: 'customer', ...pulse },
    inWords: ['What the customer said is added.'],
  }
  return planMove('rate', handoff, { ...operation, changes })
}
