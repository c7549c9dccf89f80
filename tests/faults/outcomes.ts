import { matrix, type Row } from './matrix.ts'

/** A test that ran, or would have. */
export interface Ran {
  readonly title: string
  readonly result: 'passed' | 'failed' | 'skipped'
}

/** What became of one row. */
export interface Outcome extends Row {
  readonly outcome: 'held' | 'BROKEN' | 'not run'
  readonly tests: readonly Ran[]
}

/** The rows that a title names: “(F2, F3)” names two. */
export function rowsIn(title: string): readonly string[] {
  return title.match(/\bF\d{1,2}\b/g) ?? []
}

/** What became of each row: held only when a test of it ran and none failed. */
export function outcomes(ran: readonly Ran[]): readonly Outcome[] {
  return matrix.map((row) => {
    const tests = ran.filter(({ title }) => rowsIn(title).includes(row.id))
    const { id, fault, injection } = row
    return { id, fault, injection, outcome: outcomeOf(tests), tests }
  })
}

function outcomeOf(tests: readonly Ran[]): Outcome['outcome'] {
  if (tests.some(({ result }) => result === 'failed')) return 'BROKEN'
  return tests.some(({ result }) => result === 'passed') ? 'held' : 'not run'
}

/** The table for people: row, fault, injection, outcome. */
export function tableOf(rows: readonly Outcome[]): string {
  const lines = rows.map(({ id, fault, injection, outcome, tests }) => {
    const count = tests.filter(({ result }) => result === 'passed').length
    const what = outcome === 'held' ? `held (${count} ${count === 1 ? 'test' : 'tests'})` : outcome
    return `| ${id} | ${fault} | ${injection} | ${what} |`
  })
  return ['| row | fault | injection | outcome |', '| --- | --- | --- | --- |', ...lines].join('\n')
}
