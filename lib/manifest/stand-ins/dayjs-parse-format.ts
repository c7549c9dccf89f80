const MINUTE = 60_000

type Part = 'year' | 'month' | 'day' | 'hours' | 'minutes' | 'seconds' | 'milliseconds' | 'offset'
type Parts = Readonly<Partial<Record<Part, number>>>

interface Moment {
  $u: boolean | undefined
  $d: Date
  init: () => void
  format: (format: string) => string
  parse: (given: Given) => void
}

interface Given {
  readonly date: unknown
  readonly utc?: boolean
  readonly args?: ArrayLike<unknown>
}

/** Minutes that are missing to UTC. */
function offsetOf(text: string): number {
  const [sign, hours = 0, minutes = 0] = text.match(/[+-]|\d\d/g) ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? -1 : 1) || 0
}

type Token = readonly [digits: RegExp, part: Part, read: (text: string) => number]

const zone = [/[+-]\d\d:?(\d\d)?|Z/, 'offset', offsetOf] as const

const tokens: Readonly<Record<string, Token>> = {
  YYYY: [/\d{4}/, 'year', Number],
  MM: [/\d\d/, 'month', Number],
  DD: [/\d\d/, 'day', Number],
  HH: [/\d\d?/, 'hours', Number],
  mm: [/\d\d?/, 'minutes', Number],
  ss: [/\d\d?/, 'seconds', Number],
  S: [/\d/, 'milliseconds', (text) => Number(text) * 100],
  SSS: [/\d{3}/, 'milliseconds', Number],
  Z: zone,
  ZZ: zone,
}

/** What a text says by a format, read as dayjs reads it: what is read is taken out, what stands between is only counted. */
function partsOf(text: string, format: string): Parts | null {
  let rest = text
  let start = 0
  const parts: Partial<Record<Part, number>> = {}
  for (const [token] of format.matchAll(/\[[^[]*\]|[-:.\s]+|YYYY|MM|DD|HH|mm|ss|SSS|S|ZZ?/g)) {
    const known = tokens[token]
    if (known) {
      const [found] = known[0].exec(rest.slice(start)) ?? []
      if (found === undefined) return null
      parts[known[1]] = known[2](found)
      rest = rest.replace(found, '')
    } else start += token.replaceAll(/^\[|\]$/g, '').length
  }
  return parts
}

/** A day as far as it is told, and otherwise today's. */
function dayOf({ year, month, day }: Parts, now: Date): [number, number, number] {
  const isToday = !year && !month
  return [
    year || now.getFullYear(),
    month ? month - 1 : isToday ? now.getMonth() : 0,
    day || (isToday ? now.getDate() : 1),
  ]
}

function dateOf(parts: Parts, inUtc: boolean | undefined): Date {
  const { hours = 0, minutes = 0, seconds = 0, milliseconds = 0, offset } = parts
  const all = [...dayOf(parts, new Date()), hours, minutes, seconds, milliseconds] as const
  if (offset !== undefined) return new Date(Date.UTC(...all) + offset * MINUTE)
  return inUtc ? new Date(Date.UTC(...all)) : new Date(...all)
}

/** dayjs's reading of texts by a format, for the formats that the formula engine has: of days and times in digits. */
// oxlint-disable-next-line import/no-default-export -- dayjs plugins are default exports.
export default function digitsOnly(_: unknown, { prototype }: { readonly prototype: Moment }) {
  const parse = prototype.parse
  prototype.parse = function parseByFormat(given) {
    const { date, utc, args } = given
    const format = args?.[1]
    this.$u = utc
    if (typeof format !== 'string') return parse.call(this, given)
    const parts = typeof date === 'string' ? partsOf(date, format) : null
    this.$d = parts ? dateOf(parts, utc) : new Date(Number.NaN)
    this.init()
    if (args?.[2] === true && date !== this.format(format)) this.$d = new Date(Number.NaN)
  }
}
