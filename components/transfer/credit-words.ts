import type { Formats } from '#components/ui/formats.ts'
import { numberFormat } from '#components/ui/formatters.ts'
import type { Credit, Difference } from '#lib/handoff/transfer.ts'

const kindOf = ({ kind }: Credit) => kind || 'Split'

/** A part of the credit, as exact as Salesforce keeps it, without marks of direction: it stands among names. */
const part = (percent: number, { locale }: Formats) =>
  numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
    .format(percent / 100)
    .replace(/\p{Cf}/gu, '')

/** Who has which part of the credit, such as `Revenue, 70%: Ana Ferreira`. */
export function creditWords(credit: Credit, formats: Formats): string {
  return `${kindOf(credit)}, ${part(credit.percent, formats)}: ${credit.name}`
}

type Change = Exclude<Difference, string>

/** What has become of somebody's part of the credit. */
export function creditChangeWords(change: Change, formats: Formats): string {
  const { name, percent, before } = change
  const [has, had] = [part(percent, formats), part(before, formats)]
  const words =
    percent === 0
      ? `had ${had} and has none now`
      : `has ${has} now and had ${before === 0 ? 'none' : had}`
  return `${kindOf(change)}: ${name} ${words}.`
}
