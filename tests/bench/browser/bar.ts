import type { Estimate } from './statistics.ts'

/** One line of the benchmark: a target of docs/performance.md beside what was measured. */
export interface Bar {
  /** The target's id, such as P6. */
  readonly id: string
  readonly what: string
  /** The most that is allowed, in the unit. */
  readonly target: number
  /** `×` for a ratio to a baseline of the same run. */
  readonly unit: string
  readonly measured: Estimate
  /** Whether missing it fails the run: ratios, counts and bytes do. Times are indications, because machines differ. */
  readonly gate: boolean
}

/** Whether a bar keeps its target. */
export const isMet = ({ measured, target }: Bar): boolean => measured.value <= target

const columns = ['id', 'what', 'target', 'measured', '95 % of runs', ''] as const

/** The bars as a text table for a terminal, aligned by column. */
export function table(bars: readonly Bar[]): string {
  const lines = [columns, ...bars.map(cells)]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells(bar: Bar): readonly string[] {
  const { id, what, target, unit, measured } = bar
  return [
    id,
    what,
    `≤ ${number(target)} ${unit}`,
    `${number(measured.value)} ${unit}`,
    `${number(measured.low)} to ${number(measured.high)}`,
    verdict(bar),
  ]
}

function verdict(bar: Bar): string {
  if (isMet(bar)) return 'met'
  return bar.gate ? 'NOT MET' : 'not met (indication)'
}

function number(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value)
}
