import type { Figure } from './figure.ts'
import type { Indicator, Measuring } from './indicators.ts'
import { indicators } from './indicators.ts'
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
export function submittedIn(
  handoffs: readonly HandoffRecord[],
  { from, to }: Period,
): readonly HandoffRecord[] {
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
  return indicators.map(({ measure, ...indicator }) => {
    const figure = measure(handoffs, measuring)
    const earlier = measure(before, measuring).value
    return Object.assign({}, indicator, figure, {
      meetsTarget: meets({ measure, ...indicator }, figure.value),
      change: figure.value === null || earlier === null ? null : figure.value - earlier,
    })
  })
}

// A spreadsheet runs a text that begins like a formula; a quotation mark in front keeps it text.
const inert = (cell: string | number) =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)
const quoted = (cell: string | number) => `"${inert(cell).replaceAll('"', '""')}"`

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
  ['Completeness', ({ completeness }: HandoffRecord) => String(completeness)],
  ['Submitted', ({ submittedAt }: HandoffRecord) => submittedAt ?? ''],
  ['Decided', ({ decidedAt }: HandoffRecord) => decidedAt ?? ''],
  ['Decision', ({ decision }: HandoffRecord) => decision ?? ''],
  ['Questions', ({ clarifications }: HandoffRecord) => String(clarifications)],
  ['Resubmissions', ({ resubmissions }: HandoffRecord) => String(resubmissions)],
] as const

/**
 * The handoffs as comma-separated values after RFC 4180, safe to open in a spreadsheet. The mark in front tells
 * Excel that this is UTF-8.
 */
export function handoffsCsv(handoffs: readonly HandoffRecord[]): string {
  const lines = [
    columns.map(([title]) => title),
    ...handoffs.map((one) => columns.map(([, cell]) => cell(one))),
  ]
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}
