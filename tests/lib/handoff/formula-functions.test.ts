import { describe, expect, it } from 'vitest'
import { createFormulaEngine } from '#lib/handoff/sformula-engine.ts'
import { NOW } from './builders.ts'

const types = {
  'Opportunity.Scope__c': 'multipicklist',
  'Opportunity.CloseDate': 'date',
  'Opportunity.NextStep': 'string',
  'Opportunity.Amount': 'currency',
  'Opportunity.Signed__c': 'datetime',
}
const fields: Readonly<Record<string, string | number>> = {
  'Opportunity.Scope__c': 'SSO;Migration;Training',
  'Opportunity.CloseDate': '2027-01-03',
  'Opportunity.NextStep': 'call DANA at o2-north',
  'Opportunity.Amount': 8.29,
  'Opportunity.Signed__c': '2027-01-03T10:00:00.000+0000',
}
const engine = createFormulaEngine({ types, questions: ['seats'] })
const input = {
  field: (path: string) => fields[path] ?? null,
  prior: () => null,
  isNew: false,
  answer: () => null,
  count: () => 0,
  now: NOW,
  today: NOW.slice(0, 10),
}

describe('a function that Salesforce documents', () => {
  it.each([
    'TRUNC(Amount, 2) = 8.29',
    'TRUNC(Amount, 1) = 8.2',
    'TRUNC(-1234.56, -2) = -1200',
    'trunc(2.9) = 2',
    'TRUNC(ROUND(Amount * 100, 0) / 8, 0) = 103',
    'INITCAP(NextStep) = "Call Dana At O2-North"',
    'REVERSE(LEFT(NextStep, 4)) = "llac"',
    'ASCII(NextStep) = 99',
    'CHR(ASCII("A") + 1) = "B"',
    'LEN("a" & BR() & "b") = 3',
    'DAYOFYEAR(CloseDate) = 3',
    '4 ^ 0.5 = 2',
    'Amount ^ 2 = 68.7241 && 1.1 ^ 2 = 1.21 && 2 ^ -1 = 0.5',
    'ISBLANK((-8) ^ 0.5) && ISBLANK(10 ^ 99999999) && ISBLANK(VALUE($Answer.seats) ^ 2)',
    'ROUND(EXP(0.5), 4) = 1.6487 && EXP(0) = 1 && ISBLANK(EXP(VALUE($Answer.seats)))',
    'ISOWEEK(CloseDate) = 53',
    'ISOYEAR(CloseDate) = 2026',
    'ISOWEEK(DATE(2026, 1, 5)) = 2',
    'DAYOFYEAR(DATE(2028, 12, 31)) = 366',
    'ROUND(PI(), 4) = 3.1416',
    'UNIXTIMESTAMP(CloseDate) = 1798934400',
    'UNIXTIMESTAMP(Signed__c) = 1798970400',
    'UNIXTIMESTAMP(TIMENOW()) = 32400',
    'PICKLISTCOUNT(Scope__c) > 2',
    'DATE(2027, 01, 03) = CloseDate && 007.50 = 7.5 && 0.5 < 1 && 10 > 00',
    'NOT(ISNUMBER($Answer.seats)) && NOT(ISNUMBER("0x10")) && ISNUMBER(" -1.5e3 ")',
    'UPPER("i", "tr_TR") = "İ" && UPPER("i") = "I" && upper("i", "en") = "I"',
    'LOWER("I", "tr") = "ı" && LOWER("I", "en_US") = "i" && LOWER($Answer.seats) = ""',
    String.raw`LEN("a\nb") = 3 && CONTAINS("a\nb", BR()) && ASCII("\t") = 9 && 'a\Rb' = "a\rb"`,
    String.raw`LEN("a\\nb") = 4 && "\"\n\"" = CHR(34) & BR() & CHR(34)`,
    'ADDMONTHS(Signed__c, 1) > Signed__c + 30 && ADDMONTHS(Signed__c, 1) < Signed__c + 32',
    'DATEVALUE(ADDMONTHS(Signed__c, -1)) = DATE(2026, 12, 3)',
    'ADDMONTHS(CloseDate, 1) = DATE(2027, 2, 3) && ADDMONTHS(CloseDate, -1.9) = DATE(2026, 12, 3)',
    'ADDMONTHS(DATE(2027, 1, 31), 1) = DATE(2027, 2, 28)',
    'ADDMONTHS(DATE(2027, 2, 28), 1) = DATE(2027, 3, 31)',
    'ADDMONTHS(DATE(2027, 1, 30), 1) = DATE(2027, 2, 28)',
    'ISBLANK(ADDMONTHS(CloseDate, VALUE($Answer.seats))) && ISBLANK(ADDMONTHS(CloseDate, 9999999))',
    'LEN(TEXT(VALUE($Answer.seats))) = 0 && LEN(REVERSE($Answer.seats)) < 1 && LEN(NextStep) = 21',
    'ISBLANK(INITCAP($Answer.seats)) && ISBLANK(REVERSE($Answer.seats))',
  ])('is understood: %s', (formula) => {
    expect(engine.check(formula)).toBeNull()
    expect(engine.evaluate(formula, input)).toEqual({ outcome: 'value', holds: true })
  })

  it('takes nothing that Salesforce refuses', () => {
    expect(engine.check('PICKLISTCOUNT(NextStep) > 2')).not.toBeNull()
    expect(engine.check('UNIXTIMESTAMP(Amount) > 2')).not.toBeNull()
    expect(engine.check('ISOWEEK(Signed__c) > 2')).not.toBeNull()
    expect(engine.check('ADDMONTHS(Signed__c, 1) > CloseDate')).not.toBeNull()
    expect(engine.check('ADDMONTHS(TIMENOW(), 1) > TIMENOW()')).not.toBeNull()
  })
})
