import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { matrix } from '../faults/matrix.ts'
import { outcomes, rowsIn, tableOf } from '../faults/outcomes.ts'

const written = new Set(
  readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:test|spec)\.tsx?$/.test(name) && !name.includes('repository/'))
    .flatMap((name) => rowsIn(readFileSync(join('tests', name), 'utf8'))),
)

describe('the fault matrix', () => {
  it('has 54 rows', () => {
    expect(matrix.map(({ id }) => id)).toEqual(Array.from({ length: 54 }, (_, at) => `F${at + 1}`))
  })

  it.each(matrix)('$id ($fault) has a test that names it', ({ id }) => {
    expect(written.has(id)).toBe(true)
  })

  it.each(matrix)('$id is in docs/reliability.md', ({ id, fault }) => {
    expect(readFileSync('docs/reliability.md', 'utf8')).toMatch(
      new RegExp(`\\| ${id} +\\| ${fault} +\\|`),
    )
  })

  it('calls a row held only when a test of it ran and none failed', () => {
    const rows = outcomes([
      { title: 'a (F1)', result: 'passed' },
      { title: 'b (F1, F2)', result: 'failed' },
      { title: 'c (F3)', result: 'skipped' },
      { title: 'd (F4)', result: 'passed' },
    ])
    expect(rows.slice(0, 5).map(({ outcome }) => outcome)).toEqual([
      'BROKEN',
      'BROKEN',
      'not run',
      'held',
      'not run',
    ])
    expect(tableOf(rows)).toContain('| held (1 test) |')
  })
})
