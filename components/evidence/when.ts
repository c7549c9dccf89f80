import { day, type Formats, moment } from '#components/ui/formats.ts'

const isDay = (at: string) => /^\d{4}-\d{2}-\d{2}$/.test(at)
const isInstant = (at: string) => /^\d{4}-\d{2}-\d{2}T/.test(at)

/** A day, an instant, or a place in a recording, as this user writes it. */
export function when(at: string, formats: Formats): string {
  if (isDay(at)) return day(at, formats)
  return isInstant(at) ? moment(at, formats) : at
}
