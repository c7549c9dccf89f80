import type { Handoff } from './handoff.ts'

const ofRecipient: ReadonlySet<string> = new Set(['Clarification_Requested', 'Declined'])

/**
 * The questions whose answers the sender has changed since the recipient last asked or declined, as the log's
 * entries name them, in the order in which Salesforce has taken them.
 */
export function changedSinceAsked({ events = [] }: Pick<Handoff, 'events'>): ReadonlySet<string> {
  const asked = events.findLastIndex(({ kind }) => ofRecipient.has(kind))
  if (asked < 0) return new Set()
  const changed = events.slice(asked + 1).map(({ details }) => details['changed'])
  return new Set(changed.flatMap((keys) => (Array.isArray(keys) ? keys : [])))
}
