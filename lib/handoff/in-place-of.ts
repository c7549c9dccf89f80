import { derivedKey } from './derived-key.ts'
import type { Draft } from './draft.ts'
import type { Handoff } from './handoff.ts'

/** `Client_Key__c` of what is made in the place of a handoff that is gone: others may have it still, with its key. */
export const keyInPlaceOf = (key: string): string => derivedKey(key, 'anew')

/** A draft as it goes out: what mends a handoff that is not there any more (null) becomes another one. */
export function inPlaceOfGone(draft: Draft, handoff: Handoff | null): Draft {
  const isGone = handoff === null && draft.handoffId !== null
  return isGone ? { ...draft, key: keyInPlaceOf(draft.key) } : draft
}
