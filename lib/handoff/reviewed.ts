import * as z from 'zod/mini'
import type { LoggedEvent } from './logged-event.ts'
import { instantSchema } from './primitives.ts'

/** When the recipient has read each section, by the section's key: `Reviewed_Sections__c`. */
export const reviewedSchema = z.record(z.string(), instantSchema)
export type Reviewed = z.infer<typeof reviewedSchema>

/** Sections that were all read at this time. */
export function allRead(sections: readonly (string | number)[], at: string): Reviewed {
  return Object.fromEntries(sections.map((section) => [section, at]))
}

/** What the log says was read since the handoff was last sent: of two computers that tell it at once, the field has one's only. */
export function readInLog(events: readonly LoggedEvent[]): Reviewed {
  let read: Reviewed = {}
  for (const { kind, at, details } of events) {
    if (kind === 'Reviewed') Object.assign(read, allRead([details['sections'] ?? []].flat(), at))
    if (kind === 'Resubmitted' || kind === 'Reassigned') read = {}
  }
  return read
}
