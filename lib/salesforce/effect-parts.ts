import type { Plan } from '#lib/handoff/plan.ts'
import type { Part } from './composite.ts'
import { withoutReferences } from './literal-text.ts'
import { newTasks } from './task-parts.ts'
import type { Terms } from './write.ts'

const prefix = 'effect_'

/** Whether a part of a transaction is something that the template sets off. */
export const isEffect = (part: string): boolean => part.startsWith(prefix)

/** What a template sets off with a new status. They stand for themselves, so that one can be left out. */
export function effectParts(plan: Plan, { leftOut = [] }: Terms): readonly Part[] {
  const { effects, opportunityId } = plan
  if (!effects) return []
  const { fields, posts, tasks } = effects
  const own: readonly Part[] = [
    ...(Object.keys(fields).length === 0
      ? []
      : [
          {
            id: `${prefix}fields`,
            method: 'PATCH' as const,
            path: `/sobjects/Opportunity/${opportunityId}`,
            body: fields,
          },
        ]),
    // A row, because Chatter's own addresses may not stand in a transaction (decision 017).
    ...posts.map((post, index) => ({
      id: `${prefix}post_${index}`,
      method: 'POST' as const,
      path: '/sobjects/FeedItem',
      body: { ParentId: opportunityId, Body: post },
    })),
  ]
  return [...own.map(withoutReferences), ...newTasks(`${prefix}tasks`, tasks, plan)].filter(
    ({ id }) => !leftOut.includes(id),
  )
}
