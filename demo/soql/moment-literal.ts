import { tokensOf } from './tokens.ts'

/** The parser knows no times of day: it is given them as moments of this day, which is none. */
const NO_DAY = '9999-99-99T'

/**
 * A date-time or a time of day, piece by piece: neither may lack its seconds or its zone.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-soql-select-dateformats.md
 * https://salesforce.stackexchange.com/questions/370738/how-do-i-use-a-time-literal-in-a-soql-query
 */
const DAY = [/\d/, /\d/, /\d/, /\d/, /-/, /\d/, /\d/, /-/, /\d/, /\d/, /T/i]
const CLOCK = [/\d/, /\d/, /:/, /\d/, /\d/, /:/, /\d/, /\d/]
const BEGUN = /^(?<day>\d{4}-\d\d-\d\dT)?\d\d:/i
const ZONE = /^(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/i
const FRACTION = /^(?:\.\d+)?/

/** Where the first date-time or time that is not written out ends; undefined when all are. */
export function unfinishedAt(query: string): number | undefined {
  for (const { text, at } of tokensOf(query)) {
    const begun = BEGUN.exec(text)
    const missing = begun ? missingFrom(text, begun.groups?.['day'] !== undefined) : undefined
    if (missing !== undefined) return at + missing
  }
  return undefined
}

function missingFrom(text: string, hasDay: boolean): number | undefined {
  const pieces = hasDay ? [...DAY, ...CLOCK] : CLOCK
  const wrong = pieces.findIndex((piece, at) => !piece.test(text.charAt(at)))
  if (wrong >= 0) return wrong
  const rest = text.slice(pieces.length)
  return ZONE.test(rest) ? undefined : pieces.length + (FRACTION.exec(rest)?.[0].length ?? 0)
}

/** The query with its times of day as the parser can read them. */
export function withReadableTimes(query: string): string {
  const times = tokensOf(query).filter(({ text }) => /^\d\d:/.test(text))
  return times.reduceRight(
    (read, { at }) => `${read.slice(0, at)}${NO_DAY}${read.slice(at)}`,
    query,
  )
}

/** A word of the parser's as it stood in the query. */
export function asWritten(text: string): string {
  return text.replaceAll(NO_DAY, '')
}

/** The time of day in UTC that a literal means, as fields of that type keep it. */
export function timeOf(literal: string): string {
  const [, hour, minute, rest = '', zone = ''] =
    /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(.+)$/.exec(literal) ?? []
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? []
  const ahead = sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0
  const inDay = (Number(hour) * 60 + Number(minute) - ahead + 2 * 24 * 60) % (24 * 60)
  const [second = '00', part = ''] = rest.split('.')
  const clock = [Math.floor(inDay / 60), inDay % 60].map((one) => String(one).padStart(2, '0'))
  return `${clock.join(':')}:${second}.${part.slice(0, 3).padEnd(3, '0')}`
}
