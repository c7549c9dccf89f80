import { day, type Formats, isolated } from '#components/ui/formats.ts'

const isDay = (at: string) => /^\d{4}-\d{2}-\d{2}$/.test(at)
const isInstant = (at: string) => /^\d{4}-\d{2}-\d{2}T/.test(at)

/** A day, an instant, or a place in a recording, as this user writes it. With the year: a history is long. */
export function when(at: string, formats: Formats): string {
  if (isDay(at)) return day(at, formats)
  return isInstant(at) ? dayAndTime(at, formats) : at
}

function dayAndTime(instant: string, { locale, timeZone }: Formats): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  const zone = timeZone === undefined ? {} : { timeZone }
  const style = { dateStyle: 'medium', timeStyle: 'short', ...zone } as const
  return isolated(new Intl.DateTimeFormat(locale, style).format(at))
}
