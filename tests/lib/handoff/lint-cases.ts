import type { Answer } from '#lib/handoff/answer.ts'
import type { Circumstances } from '#lib/handoff/circumstances.ts'
import type { Deal } from '#lib/handoff/deal.ts'
import type { Draft } from '#lib/handoff/draft.ts'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import type { Question } from '#lib/handoff/question.ts'
import { ana, given, NOW, typed } from './builders.ts'

/** One question with its answer, and what it is looked at with. */
export interface Case {
  readonly of?: Partial<Question>
  readonly answer?: Answer | undefined
  readonly deal?: Partial<Deal>
  readonly draft?: Partial<Draft>
  readonly circumstances?: Partial<Circumstances>
}

const long = 'The month-end close takes nine days and the board of Harbor Foods wants four.'
const contact = {
  type: 'contact' as const,
  contactId: '',
  name: 'Dana Cole',
  title: '',
  email: '',
  phone: '',
  role: '',
  note: '',
  strength: '' as const,
}
const person = { ...emptyRow('people', 'p1'), name: 'Zoe Quist', role: 'User' }
export const promise = { ...emptyRow('commitments', 'c1'), words: 'Free training' }
const promised = (cells: object) => ({
  answer: given({ type: 'commitments', rows: [{ ...promise, ...cells }] }),
})
const link = { ...emptyRow('links', 'l1'), label: 'Proposal', url: 'https://example.com/p' }
const fromSalesforce = given(
  { type: 'text', text: 'Call' },
  {
    provenance: {
      from: 'salesforce',
      label: 'x',
      field: 'Opportunity.NextStep',
      asRead: 'Call',
      readAt: NOW,
    },
  },
)
const nextStep: Partial<Question> = {
  prefill: [{ from: 'field', field: 'Opportunity.NextStep' }],
  writeTo: 'Opportunity.NextStep',
}
const other = { handoffId: 'a01', name: 'HO-00012', answers: { x: typed(long) } }

/** A rule, and what it finds beside what it lets pass. */
export interface LintCase {
  readonly rule: string
  readonly when: string
  readonly wrong: Case
  readonly right: Case
}

/** For each rule, something it finds and the like of it that is well. */
export const lintCases: LintCase[] = [
  {
    rule: 'too-short',
    when: 'a text has fewer characters than asked for',
    wrong: { of: { minLength: 20 }, answer: typed('Slow close') },
    right: { of: { minLength: 10 }, answer: typed('Slow close') },
  },
  {
    rule: 'na-without-reason',
    when: 'it does not apply and nobody says why',
    wrong: { answer: { kind: 'not-applicable', why: 'n/a', by: ana, at: NOW } },
    right: { answer: { kind: 'not-applicable', why: 'They have no ledger', by: ana, at: NOW } },
  },
  {
    rule: 'boilerplate',
    when: 'a text says nothing',
    wrong: { answer: typed('tbd') },
    right: { answer: typed('To be decided by Dana on Monday') },
  },
  {
    rule: 'example-copied',
    when: 'the example is handed in',
    wrong: { answer: typed('the month-end close takes nine days') },
    right: { answer: typed('the month-end close takes ten days') },
  },
  {
    rule: 'copied',
    when: 'the words stand in another handoff',
    wrong: { answer: typed(`${long} `), circumstances: { others: [other] } },
    right: {
      answer: typed('Their warehouse cannot see what the shops sold until the next morning.'),
      circumstances: { others: [other] },
    },
  },
  {
    rule: 'asked-nobody',
    when: 'nobody is named who finds out',
    wrong: { answer: { kind: 'unknown-asked', who: '', until: '', by: ana, at: NOW } },
    right: { answer: { kind: 'unknown-asked', who: 'Dana', until: '', by: ana, at: NOW } },
  },
  {
    rule: 'row-incomplete',
    when: 'a promise lacks to whom, by whom and when',
    wrong: {
      of: { answer: { type: 'commitments' } },
      answer: given({ type: 'commitments', rows: [promise] }),
    },
    right: {
      of: { answer: { type: 'commitments' } },
      answer: given({
        type: 'commitments',
        rows: [{ ...promise, toWhom: 'Dana', byWhom: 'Ana', due: '2026-04-01' }],
      }),
    },
  },
  {
    rule: 'promise-overdue',
    when: 'the day of a promise has passed',
    wrong: { answer: given({ type: 'commitments', rows: [{ ...promise, due: '2026-03-09' }] }) },
    right: { answer: given({ type: 'commitments', rows: [{ ...promise, due: '2026-03-10' }] }) },
  },
  {
    rule: 'recipient-cannot-open',
    when: 'nobody says that the recipient can open a link',
    wrong: { answer: given({ type: 'links', rows: [link] }) },
    right: { answer: given({ type: 'links', rows: [{ ...link, recipientCanOpen: true }] }) },
  },
  {
    rule: 'bad-address',
    when: 'a link has no address',
    wrong: { answer: given({ type: 'links', rows: [{ ...link, url: 'javascript:alert(1)' }] }) },
    right: { answer: given({ type: 'links', rows: [link] }) },
  },
  {
    rule: 'no-contact-role',
    when: 'somebody is named who has no contact role',
    wrong: { answer: given({ ...contact, name: 'Zoe Quist' }) },
    right: { answer: given({ ...contact, name: 'DANA  COLE' }) },
  },
  {
    rule: 'no-contact-role',
    when: 'the economic buyer in a list has no contact role',
    wrong: { answer: given({ type: 'people', rows: [{ ...person, role: 'Economic buyer' }] }) },
    right: { answer: given({ type: 'people', rows: [person] }) },
  },
  {
    rule: 'final-say',
    when: 'two people have the final say',
    wrong: {
      answer: given({
        type: 'people',
        rows: [
          { ...person, finalSay: true },
          { ...person, id: 'p2', name: 'Dana Cole', finalSay: true },
        ],
      }),
    },
    right: { answer: given({ type: 'people', rows: [{ ...person, finalSay: true }] }) },
  },
  {
    rule: 'final-say',
    when: 'nobody has the final say',
    wrong: { answer: given({ type: 'people', rows: [person] }) },
    right: { answer: given({ type: 'people', rows: [{ ...person, finalSay: true }] }) },
  },
  {
    rule: 'date-past',
    when: 'the next step lies in the past',
    wrong: { of: { brief: 'next-step' }, answer: given({ type: 'date', date: '2026-03-09' }) },
    right: { of: { brief: 'next-step' }, answer: given({ type: 'date', date: '2026-03-10' }) },
  },
  {
    rule: 'stale',
    when: 'the record has changed since it was read',
    wrong: {
      of: nextStep,
      answer: fromSalesforce,
      deal: { fields: { 'Opportunity.NextStep': 'Mail' } },
    },
    right: {
      of: nextStep,
      answer: fromSalesforce,
      deal: { fields: { 'Opportunity.NextStep': 'Call' } },
    },
  },
  {
    rule: 'changed-meanwhile',
    when: 'somebody changed the field while it was typed here',
    wrong: {
      of: nextStep,
      answer: typed('Mine'),
      deal: { fields: { 'Opportunity.NextStep': 'Theirs' } },
      draft: { baseline: { lastModifiedAt: NOW, fields: { 'Opportunity.NextStep': 'Before' } } },
    },
    right: {
      of: nextStep,
      answer: typed('Mine'),
      deal: { fields: { 'Opportunity.NextStep': 'Before' } },
      draft: { baseline: { lastModifiedAt: NOW, fields: { 'Opportunity.NextStep': 'Before' } } },
    },
  },
  {
    rule: 'old',
    when: 'a demanded answer is older than 14 days',
    wrong: {
      of: { requirements: [{ severity: 'warns', when: { when: 'always' } }] },
      answer: given({ type: 'text', text: long }, { at: '2026-02-20T09:00:00Z' }),
    },
    right: {
      of: { requirements: [{ severity: 'warns', when: { when: 'always' } }] },
      answer: given({ type: 'text', text: long }, { at: '2026-02-24T09:00:00Z' }),
    },
  },
  {
    rule: 'private-life',
    when: 'somebody’s health would leave this computer',
    wrong: { answer: typed('Dana is on sick leave until May') },
    right: { of: { tier: 'me' }, answer: typed('Dana is on sick leave until May') },
  },
  {
    rule: 'too-long',
    when: 'a text does not fit its field',
    wrong: { of: nextStep, answer: typed('x y'.repeat(90)) },
    right: { of: nextStep, answer: typed('x y'.repeat(85)) },
  },
  ...[
    { cell: 'words', limit: 4000 },
    { cell: 'toWhom', limit: 255 },
    { cell: 'byWhom', limit: 255 },
    { cell: 'source', limit: 255 },
  ].map(({ cell, limit }) => ({
    rule: 'too-long',
    when: `a promise does not fit its field: ${cell}`,
    wrong: promised({ [cell]: 'x'.repeat(limit + 1) }),
    right: promised({ [cell]: 'x'.repeat(limit) }),
  })),
]
