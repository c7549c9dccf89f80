import type { Figure } from './figure.ts'
import type { Indicator, Measuring } from './indicators.ts'
import { indicators, qualityScore } from './indicators.ts'
import { laterColumns } from './later-columns.ts'
import { laterIndicators } from './later-indicators.ts'
import type { HandoffRecord } from './record.ts'

/** An indicator with its figure, and how it stands against its target and the period before. */
export interface Reading extends Omit<Indicator, 'measure'>, Figure {
  /** Null without a target or without a figure. */
  readonly meetsTarget: boolean | null
  /** The figure less that of the period before; null when one is missing. */
  readonly change: number | null
}

/** From the first instant up to, not including, the second. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The handoffs submitted in a period. */
export function submittedIn<One extends Pick<HandoffRecord, 'submittedAt'>>(
  handoffs: readonly One[],
  { from, to }: Period,
): readonly One[] {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  return handoffs.filter(({ submittedAt }) => {
    const at = submittedAt === null ? Number.NaN : Date.parse(submittedAt)
    return at >= start && at < end
  })
}

function meets({ better, target }: Indicator, value: number | null): boolean | null {
  if (target === null || value === null) return null
  return better === 'higher' ? value >= target : value <= target
}

/** Every indicator for a list of handoffs, compared with an earlier list when there is one. */
export function readings(
  handoffs: readonly HandoffRecord[],
  measuring: Measuring,
  before: readonly HandoffRecord[] = [],
): readonly Reading[] {
  return [...indicators, ...laterIndicators].map(({ measure, ...indicator }) => {
    const figure = measure(handoffs, measuring)
    const earlier = measure(before, measuring).value
    return Object.assign({}, indicator, figure, {
      meetsTarget: meets({ measure, ...indicator }, figure.value),
      change: figure.value === null || earlier === null ? null : figure.value - earlier,
    })
  })
}

// A spreadsheet runs a text that begins like a formula, in full width too; a quotation mark in front keeps it text.
const inert = (cell: string) => (/^[=+\-@＝＋－＠\t\r\n]/.test(cell) ? `'${cell}` : cell)
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const hundredths = (value: number | null) => (value === null ? '' : Math.round(value * 100) / 100)

/** A column of the list: its title, and what stands in it for a handoff. */
export type Column = readonly [title: string, cell: (one: HandoffRecord) => string | number]

const columns = [
  ['Handoff', ({ name }: HandoffRecord) => name],
  ['Deal', ({ opportunityName }: HandoffRecord) => opportunityName],
  ['Account', ({ accountName }: HandoffRecord) => accountName],
  ['Kind', ({ kind }: HandoffRecord) => kind],
  ['Status', ({ status }: HandoffRecord) => status],
  ['From', ({ outgoing }: HandoffRecord) => outgoing.name],
  ['To', ({ incoming }: HandoffRecord) => incoming?.name ?? ''],
  ['Amount', ({ amount }: HandoffRecord) => amount ?? ''],
  ['Currency', ({ currency }: HandoffRecord) => currency],
  ['Completeness', ({ completeness }: HandoffRecord) => completeness],
  ['Submitted', ({ submittedAt }: HandoffRecord) => submittedAt ?? ''],
  ['Decided', ({ decidedAt }: HandoffRecord) => decidedAt ?? ''],
  ['Decision', ({ decision }: HandoffRecord) => decision ?? ''],
  ['Questions', ({ clarifications }: HandoffRecord) => clarifications],
  ['Resubmissions', ({ resubmissions }: HandoffRecord) => resubmissions],
  ['Rating by the recipient', (one: HandoffRecord) => hundredths(qualityScore(one))],
  ['Rating by the sender', ({ ratings }: HandoffRecord) => ratings['start'] ?? ''],
  ['Rating by the manager', ({ ratings }: HandoffRecord) => ratings['manager'] ?? ''],
  ['Stage', ({ stage = '' }: HandoffRecord) => stage],
  ['Close date', ({ closeDate = '' }: HandoffRecord) => closeDate],
  ['Forecast category', ({ forecastCategory = '' }: HandoffRecord) => forecastCategory],
  ...laterColumns,
] as const

/**
 * The handoffs as comma-separated values after RFC 4180, safe to open in a spreadsheet. Where decimals have a comma,
 * a spreadsheet expects semicolons between the cells. The mark in front tells Excel that this is UTF-8.
 */
export function handoffsCsv(
  handoffs: readonly HandoffRecord[],
  locale: string | undefined,
  more: readonly Column[] = [],
): string {
  const hasCommas = (0.5).toLocaleString(locale).startsWith('0,')
  const written = (cell: string | number) => {
    if (typeof cell === 'string') return inert(cell)
    return hasCommas ? String(cell).replace('.', ',') : String(cell)
  }
  const all: readonly Column[] = [...columns, ...more]
  const lines = [
    all.map(([title]) => title),
    ...handoffs.map((one) => all.map(([, cell]) => cell(one))),
  ]
  const line = (cells: readonly (string | number)[]) =>
    `${cells.map((cell) => quoted(written(cell))).join(hasCommas ? ';' : ',')}\r\n`
  return `\uFEFF${lines.map(line).join('')}`
}
