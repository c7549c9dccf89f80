import type { Condition } from './condition.ts'
import { type Placed, topConditions } from './template-places.ts'
import type { Template } from './template.ts'

function inside({ path, thing }: Placed<Condition>): readonly Placed<Condition>[] {
  if (thing.when === 'not') return [{ path: [...path, 'of'], thing: thing.of }]
  if (thing.when !== 'all' && thing.when !== 'any') return []
  return thing.of.map((part, index) => ({ path: [...path, 'of', index], thing: part }))
}

const withInside = (placed: Placed<Condition>): readonly Placed<Condition>[] => [
  placed,
  ...inside(placed).flatMap(withInside),
]

/** Every condition, also inside others, with its path. */
export function placedConditions(template: Template): readonly Placed<Condition>[] {
  return topConditions(template).flatMap(withInside)
}
