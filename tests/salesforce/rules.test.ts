import { describe, expect, it } from 'vitest'
import { text } from './check/element.ts'
import { compiled } from './check/formulas.ts'
import { modelOf, ofType } from './check/model.ts'
import { componentFrom, readPackages } from './check/package-files.ts'

const files = Object.entries(readPackages('salesforce'))
const model = modelOf(files.flatMap(([file, source]) => componentFrom(file, source)[0] ?? []))
const rules = ofType(model, 'ValidationRule')

/** A handoff as the extension submits it. */
const submitted = {
  Status__c: 'Submitted',
  Opportunity__c: '006000000000001AAA',
  Outgoing_Owner__c: '005000000000001AAA',
  Incoming_Owner__c: '005000000000002AAA',
  Completeness__c: 100,
  Methodology_Coverage__c: 0,
}
const declined = { ...submitted, Status__c: 'Rejected', Reject_Reason__c: 'TERMS_MISSING;OTHER' }
const cancelled = { Status__c: 'Cancelled' }
const dated = { ...submitted, Effective_Date__c: '2026-12-01', Transition_End__c: '2026-12-31' }

type Row = Readonly<Record<string, unknown>>

function refuses(name: string, row: Row): boolean {
  const rule = rules.find((each) => each.name === name)
  const object = rule && model.objects.get(rule.object)
  if (!rule || !object) throw new Error(`There is no rule ${name}`)
  const formula = compiled(text(rule.root, 'errorConditionFormula') ?? '', object, 'boolean')
  const empty = Object.fromEntries(Array.from(object.fields.keys(), (field) => [field, null]))
  const isNew = row['Id'] === undefined
  return formula.evaluate({ ...empty, ISNEW: () => isNew, ...row }) === true
}

const cases: readonly { rule: string; what: string; row: Row; refused: boolean }[] = [
  { rule: 'Incoming_Owner_Required', what: 'a recipient', row: submitted, refused: false },
  {
    rule: 'Incoming_Owner_Required',
    what: 'no recipient',
    row: { ...submitted, Incoming_Owner__c: null },
    refused: true,
  },
  { rule: 'Incoming_Owner_Required', what: 'a draft', row: { Status__c: 'Draft' }, refused: false },
  { rule: 'Incoming_Owner_Required', what: 'a cancelled one', row: cancelled, refused: false },
  { rule: 'Scope_Required', what: 'an opportunity', row: submitted, refused: false },
  {
    rule: 'Scope_Required',
    what: 'an account only',
    row: { ...submitted, Opportunity__c: null, Account__c: '001000000000001AAA' },
    refused: false,
  },
  {
    rule: 'Scope_Required',
    what: 'neither',
    row: { ...submitted, Opportunity__c: null },
    refused: true,
  },
  { rule: 'Scope_Required', what: 'neither, cancelled', row: cancelled, refused: false },
  { rule: 'Owners_Differ', what: 'two people', row: submitted, refused: false },
  {
    rule: 'Owners_Differ',
    what: 'one person',
    row: { ...submitted, Incoming_Owner__c: submitted.Outgoing_Owner__c },
    refused: true,
  },
  { rule: 'Owners_Differ', what: 'nobody yet', row: { Status__c: 'Draft' }, refused: false },
  { rule: 'Decline_Needs_Reason', what: 'reasons', row: declined, refused: false },
  {
    rule: 'Decline_Needs_Reason',
    what: 'no reason',
    row: { ...declined, Reject_Reason__c: null },
    refused: true,
  },
  { rule: 'Decline_Needs_Reason', what: 'no decline', row: submitted, refused: false },
  {
    rule: 'Recycle_Needs_Date',
    what: 'no date',
    row: { ...declined, Decision_Outcome__c: 'Recycle' },
    refused: true,
  },
  {
    rule: 'Recycle_Needs_Date',
    what: 'a date',
    row: { ...declined, Decision_Outcome__c: 'Recycle', Recycle_Until__c: '2027-03-01' },
    refused: false,
  },
  { rule: 'Transition_Dates_In_Order', what: 'dates in order', row: dated, refused: false },
  {
    rule: 'Transition_Dates_In_Order',
    what: 'an end before the beginning',
    row: { ...dated, Transition_End__c: '2026-11-30' },
    refused: true,
  },
  { rule: 'Transition_Dates_In_Order', what: 'no dates', row: submitted, refused: false },
  { rule: 'Ratings_From_One_To_Five', what: 'no rating', row: submitted, refused: false },
  {
    rule: 'Ratings_From_One_To_Five',
    what: 'a five and a one',
    row: { ...submitted, Rating_Context__c: 5, Pulse_Delay__c: 1 },
    refused: false,
  },
  {
    rule: 'Ratings_From_One_To_Five',
    what: 'a six',
    row: { ...submitted, Rating_Context__c: 6 },
    refused: true,
  },
  {
    rule: 'Ratings_From_One_To_Five',
    what: 'a zero',
    row: { ...submitted, Pulse_Consistent__c: 0 },
    refused: true,
  },
  { rule: 'Scores_Within_Bounds', what: '0 % and 100 %', row: submitted, refused: false },
  {
    rule: 'Scores_Within_Bounds',
    what: '101 %',
    row: { ...submitted, Completeness__c: 101 },
    refused: true,
  },
  {
    rule: 'Scores_Within_Bounds',
    what: 'a score of 150',
    row: { ...submitted, Quality_Score__c: 150 },
    refused: true,
  },
  { rule: 'Events_Never_Change', what: 'a new event', row: { Kind__c: 'Viewed' }, refused: false },
  {
    rule: 'Events_Never_Change',
    what: 'an event that was there',
    row: { Id: 'a01000000000001AAA', Kind__c: 'Viewed' },
    refused: true,
  },
]

describe('a validation rule', () => {
  it.each(cases)('$rule with $what refuses: $refused', ({ rule, row, refused }) => {
    expect(refuses(rule, row)).toBe(refused)
  })

  it.each(rules.map(({ name }) => name))(
    '%s has a case that it refuses and one it lets pass',
    (name) => {
      const outcomes = cases.filter(({ rule }) => rule === name).map(({ refused }) => refused)
      expect(new Set(outcomes)).toEqual(new Set([true, false]))
    },
  )
})
