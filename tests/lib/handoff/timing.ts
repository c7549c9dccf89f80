import { plainCalendar } from '#lib/handoff/business-time.ts'
import type { Timing } from '#lib/handoff/milestones.ts'

export const calendar = plainCalendar('Europe/Berlin')
/** A deal won on a Monday and handed over the day after. */
export const timing = (over: Partial<Timing> = {}): Timing => ({
  variant: 'standard',
  anchors: { won: '2027-05-03T10:00:00Z', submitted: '2027-05-04T10:00:00Z' },
  calendar,
  holds: () => true,
  ...over,
})
