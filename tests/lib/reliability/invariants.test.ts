import { describe, expect, it } from 'vitest'
import { aDraft, ana } from '../storage/fresh-database.ts'
import { anEntry } from '../sync/desk.ts'
import { type CarriedOut, type Confirmed, type Evidence, violations } from './invariants.ts'

const opportunityId = '006Hs0000000847IAA'
const seen = { 'Opportunity.NextStep': ['Old'] }
const confirmed = (operationKey = 'op-1', clientKey = 'draft-1'): Confirmed => ({
  operationKey,
  clientKey,
  opportunityId,
  ...ana,
  seen,
})
const done = (parts: Partial<CarriedOut> = {}): CarriedOut => ({
  operationKey: 'op-1',
  clientKey: 'draft-1',
  opportunityId,
  as: ana,
  words: 'Dana leaves',
  fields: [{ path: 'Opportunity.NextStep', was: 'Old' }],
  ...parts,
})

/** A run in which everything went well: one draft was saved, confirmed and carried out. */
const well: Evidence = {
  saved: [{ draftKey: 'draft-1', question: 'why', text: 'Dana leaves' }],
  drafts: [],
  entries: [anEntry({ state: 'sent' })],
  confirmed: [confirmed()],
  carriedOut: [done()],
  handoffs: ['draft-1'],
  calledSent: new Set(['op-1']),
  shown: new Map([['op-1', 'sent']]),
  healedFor: 30_000,
}

describe('the eight invariants', () => {
  it('hold when everything went well', () => {
    expect(violations(well)).toEqual([])
  })

  const broken: readonly [string, Partial<Evidence>][] = [
    ['1 durability', { carriedOut: [done({ words: '' })] }],
    ['1 durability', { saved: [{ draftKey: 'draft-9', question: 'why', text: 'x' }] }],
    ['2 exactly once', { handoffs: ['draft-1', 'draft-1'] }],
    ['2 exactly once', { carriedOut: [done(), done()] }],
    ['2 exactly once', { calledSent: new Set(['op-1', 'op-2']) }],
    [
      '3 no silent overwrite',
      { carriedOut: [done({ fields: [{ path: 'Opportunity.NextStep', was: 'Theirs' }] })] },
    ],
    [
      '4 order',
      {
        confirmed: [confirmed('op-0'), confirmed()],
        carriedOut: [done(), done({ operationKey: 'op-0' })],
      },
    ],
    ['5 binding', { carriedOut: [done({ as: { ...ana, userId: '005000000000000AAA' } })] }],
    ['5 binding', { carriedOut: [done({ as: { ...ana, orgId: '00D000000000000AAA' } })] }],
    [
      '6 liveness',
      { entries: [anEntry({ state: 'unknown' })], shown: new Map([['op-1', 'unknown']]) },
    ],
    [
      '6 liveness',
      {
        entries: [anEntry({ state: 'needs-attention' })],
        shown: new Map([['op-1', 'needs-attention']]),
      },
    ],
    ['7 honesty', { shown: new Map([['op-1', 'queued']]) }],
    ['8 conservation', { confirmed: [confirmed(), confirmed('op-7', 'draft-7')] }],
  ]
  it.each(broken)('%s is seen to be broken', (name, parts) => {
    const found = violations({ ...well, ...parts })
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((each) => each.startsWith(name))).toBe(true)
  })

  it('a draft on this computer counts as kept', () => {
    const text = 'Dana leaves'
    const answers = {
      why: {
        kind: 'given' as const,
        value: { type: 'text' as const, text },
        provenance: { from: 'typed' as const },
        evidence: [],
        by: { userId: ana.userId, name: 'Ana' },
        at: '2026-11-23T12:00:00.000Z',
      },
    }
    const carriedOut = [done({ words: '' })]
    expect(violations({ ...well, carriedOut, drafts: [aDraft({ answers })] })).toEqual([])
  })
})
