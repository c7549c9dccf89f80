import { wordsLimit } from './field-length.ts'
import type { PlannedEvent } from './plan.ts'

type Details = PlannedEvent['details']

/** What only figures and the telling of the log are made from; what is needed least comes first. */
const spared = ['blank', 'unread', 'changed'] as const

const fits = (details: Details) => JSON.stringify(details).length <= wordsLimit

/** Details of an entry without the lists for which its field has no room: nobody may be kept from a move by them. */
export function withRoom(details: Details): Details {
  return spared.reduce(
    (kept, name) =>
      fits(kept) ? kept : Object.fromEntries(Object.entries(kept).filter(([key]) => key !== name)),
    details,
  )
}
