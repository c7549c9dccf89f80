import { calendarFor, clockWords } from '#components/inbox/clock-words.ts'
import type { Formats } from '#components/ui/formats.ts'
import { clocked } from '#lib/handoff/clocked.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'

interface Reading {
  readonly now: number
  readonly formats: Formats
}

/** The clock of a decision in the words of the inbox. */
export const clockOfPacket = (handoff: Handoff, { now, formats }: Reading) =>
  clockWords(clocked(handoff), { now, formats, calendar: calendarFor(formats) })
