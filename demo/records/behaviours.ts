import type { ObjectDescribe } from '../schema/describe.ts'
import type { Behaviour } from './behaviour/behaviour.ts'
import { named } from './behaviour/person-name.ts'
import { opportunity } from './behaviour/opportunity.ts'

/** What Salesforce does by itself when records of an object are saved. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  Opportunity: opportunity,
  Contact: named,
  Lead: named,
  User: named,
}

const NONE: Behaviour = {}

/** The behaviour of an object; objects of which nothing special is known have none. */
export function behaviourOf({ name }: ObjectDescribe): Behaviour {
  return behaviours[name] ?? NONE
}
