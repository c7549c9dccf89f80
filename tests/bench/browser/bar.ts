import type { Estimate } from './statistics.ts'

/** One line of the benchmark: a target of docs/performance.md beside what was measured. */
export interface Bar {
  /** The target's id, such as P6. */
  readonly id: string
  readonly what: string
  /** The most that is allowed, in the unit. */
  readonly target: number
  readonly unit: string
  readonly measured: Estimate
  /** Ours over the baseline of the same run, where there is one. */
  readonly ratio: Estimate | null
}

/** Whether a bar keeps its target. */
export const isMet = ({ measured, target }: Bar): boolean => measured.value <= target

const columns = ['id', 'what', 'target', 'measured', '95 % of runs', 'ratio', ''] as const

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
    bar.ratio ? `${number(bar.ratio.value)} ×` : '',
    isMet(bar) ? 'met' : 'NOT MET',
  ]
}

function number(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value)
}
