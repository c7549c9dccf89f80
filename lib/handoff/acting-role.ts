import { type ActorRole, rolesIn } from './lifecycle.ts'

/** As what a user acts on a handoff. Salesforce says who may; whoever is neither side acts in their place. */
export function actingRole(...whose: Parameters<typeof rolesIn>): ActorRole {
  return rolesIn(...whose)[0] ?? 'manager'
}
