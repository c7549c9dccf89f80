import * as z from 'zod/mini'
import { daySchema } from './primitives.ts'
import type { DatedMilestone } from './transition.ts'

/** What a sender wants otherwise about a step of the plan, before the recipient has accepted. */
const milestoneChangeSchema = z.object({
  day: z.optional(daySchema),
  owner: z.optional(z.enum(['outgoing', 'incoming', 'both'])),
  /** It is not needed for this deal. */
  isLeftOut: z.optional(z.boolean()),
})
export type MilestoneChange = z.infer<typeof milestoneChangeSchema>

/** By the key of the milestone. */
export const milestoneChangesSchema = z.record(z.string(), milestoneChangeSchema)
export type MilestoneChanges = z.infer<typeof milestoneChangesSchema>

/** A step of the plan as the sender wants it. One that is required cannot be left out. */
export function asWanted(milestone: DatedMilestone, change: MilestoneChange = {}): DatedMilestone {
  const { day, owner, isLeftOut = false } = change
  const moves = day !== undefined && day !== milestone.day
  const isOut = isLeftOut && !milestone.required
  return {
    ...milestone,
    ...(owner === undefined ? {} : { owner }),
    ...(moves ? { day, at: null, touched: true } : {}),
    ...(isOut ? { status: 'skipped', note: 'Left out by the sender' } : {}),
  }
}
