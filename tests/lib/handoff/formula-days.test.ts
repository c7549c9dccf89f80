import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'

const fields: Readonly<Record<string, string>> = {
  'Opportunity.CloseDate': '2026-10-20',
  'Opportunity.CreatedDate': '2026-10-20T02:30:00.000+0000',
}
const engine = createFormulaEngine({ questions: ['when'] })
const evaluate = (formula: string, timeZone?: string) =>
  engine.evaluate(formula, {
    field: (path) => fields[path] ?? null,
    prior: () => null,
    isNew: false,
    answer: () => null,
    count: () => 0,
    now: '2026-10-20T02:30:00Z',
    today: '2026-10-20',
    timeZone,
  })

afterEach(() => {
  vi.unstubAllEnvs()
})

describe.each(['America/New_York', 'Europe/Berlin', 'Australia/Sydney', 'UTC'])(
  'on a computer in %s a day has no hours',
  (computer) => {
    it.each([
      'CloseDate + 30 = DATE(2026, 11, 19)',
      'DATE(2026, 4, 20) - 60 = DATE(2026, 2, 19)',
      'DATE(2026, 3, 30) - 1 = DATE(2026, 3, 29)',
      'DATE(2026, 11, 1) + 1 = DATE(2026, 11, 2)',
      'DATE(2026, 11, 10) - CloseDate = 21',
      'DATE(2028, 2, 28) + 1.9 = DATE(2028, 2, 29)',
      'ISBLANK(LastStageChangeDate) && ISBLANK(DATEVALUE(LastStageChangeDate) + 1)',
      'ISBLANK(CloseDate + 9000000)',
      '30 + CloseDate = DATE(2026, 11, 19)',
      'AND(CloseDate <> 2 * 3 + 1 + TODAY(), TODAY() < VALUE("1") + TODAY())',
      'YEAR(-300 + CloseDate) = 2025 && 1 + NOW() > NOW() /* and ( */ && 1 + CloseDate > CloseDate',
    ])('%s', (formula) => {
      vi.stubEnv('TZ', computer)
      expect(engine.check(formula)).toBeNull()
      expect(evaluate(formula)).toEqual({ outcome: 'value', holds: true })
    })

    it('and an instant is of the day that it is where the user is', () => {
      vi.stubEnv('TZ', computer)
      const isYesterday = 'DATEVALUE(CreatedDate) = DATE(2026, 10, 19)'
      expect(evaluate(isYesterday, 'America/Los_Angeles')).toMatchObject({ holds: true })
      expect(evaluate(isYesterday, 'Asia/Tokyo')).toMatchObject({ holds: false })
      expect(evaluate('DATEVALUE("2026-10-20") = CloseDate')).toMatchObject({ holds: true })
      expect(evaluate('ISBLANK(DATEVALUE("2026-13-45"))')).toMatchObject({ holds: true })
    })
  },
)

it.each(['30 + CloseDate > TODAY() + CloseDate', 'CloseDate + CloseDate = NOW()'])(
  'a day is not added to a day: %s',
  (formula) => {
    expect(engine.check(formula)?.sentence).toMatch(/'number' type value, but 'date' type found/)
  },
)

it.each(['30 - CloseDate > CloseDate', '30 & CloseDate > CloseDate', '30 * CloseDate > CloseDate'])(
  'a day is nothing that is taken away, joined or multiplied: %s',
  (formula) => {
    expect(engine.check(formula)).toMatchObject({ line: 1, column: 6 })
  },
)
