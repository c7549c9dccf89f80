import { given, typed } from './builders.ts'
import type { Case, LintCase } from './lint-cases.ts'

const employees: Case = {
  of: { answer: { type: 'number' }, writeTo: 'Account.NumberOfEmployees' },
  circumstances: { types: { 'Account.NumberOfEmployees': 'int' } },
}
const callTime: Case = {
  of: { writeTo: 'Opportunity.Call_Time__c' },
  circumstances: { types: { 'Opportunity.Call_Time__c': 'time' } },
}

/** The same for fields that take only numbers or times of some kind. */
export const fieldLintCases: LintCase[] = [
  {
    rule: 'unfit',
    when: 'a field holds whole numbers only',
    wrong: { ...employees, answer: given({ type: 'number', number: 12.5 }) },
    right: { ...employees, answer: given({ type: 'number', number: 12 }) },
  },
  {
    rule: 'unfit',
    when: 'a field holds times of day only',
    wrong: { ...callTime, answer: typed('in the afternoon') },
    right: { ...callTime, answer: typed('15:45') },
  },
  {
    rule: 'unfit',
    when: 'a day has no such time',
    wrong: { ...callTime, answer: typed('25:10') },
    right: { ...callTime, answer: typed('23:10') },
  },
]
