import { describe, expect, it } from 'vitest'
import type { TransferWrite } from '#lib/handoff/transfer.ts'
import { differences } from '#lib/handoff/transfer-check.ts'
import { ownershipIn, ownershipPart } from '#lib/salesforce/ownership.ts'
import type { SalesforceRecord } from '#lib/salesforce/record.ts'
import { ana, mara } from './transferring.ts'
import { ben } from './submitting.ts'

const row = (name: string, SplitPercentage: number) => ({
  SplitOwner: { Name: name },
  SplitPercentage,
  SplitType: { MasterLabel: 'Revenue' },
})

/** A deal of Ben's as Salesforce tells of it, with its splits. */
const deal = (records: readonly SalesforceRecord[]): SalesforceRecord => ({
  Id: '006000000000001AAA',
  OwnerId: ben.userId,
  Owner: { Name: ben.name, IsActive: true },
  OpportunitySplits: { totalSize: records.length, done: true, records: [...records] },
})

const write: TransferWrite = {
  from: ana,
  to: ben,
  moves: [],
  teamAccess: 'on-create',
  team: [],
  grants: [],
}
const before = [
  { name: ana.name, kind: 'Revenue', percent: 70 },
  { name: mara.name, kind: 'Revenue', percent: 30 },
]

describe('the splits of a deal whose owner has changed', () => {
  it.each([
    { children: ['OpportunitySplits', 'Tasks'], asks: true },
    { children: ['Tasks'], asks: false },
  ])('are asked for only where the org has them: $asks', ({ children, asks }) => {
    const rights = { createable: true, updateable: true }
    const shapes = {
      Opportunity: { object: 'Opportunity', label: '', fields: {}, children, ...rights },
    }
    const now = '2026-11-23T10:00:00.000Z'
    const part = ownershipPart('deal', '006000000000001AAA', { shapes, now })
    expect(decodeURIComponent(part.path).includes('FROM OpportunitySplits')).toBe(asks)
  })

  it.each([
    {
      what: 'went to the new owner',
      after: [row(ben.name, 70), row(mara.name, 30)],
      told: [
        { name: ana.name, kind: 'Revenue', percent: 0, before: 70 },
        { name: ben.name, kind: 'Revenue', percent: 70, before: 0 },
      ],
    },
    { what: 'are as they were', after: [row(mara.name, 30), row(ana.name, 70)], told: [] },
    {
      what: 'are gone but for the owner’s',
      after: [row(ben.name, 100)],
      told: [
        { name: ana.name, kind: 'Revenue', percent: 0, before: 70 },
        { name: mara.name, kind: 'Revenue', percent: 0, before: 30 },
        { name: ben.name, kind: 'Revenue', percent: 100, before: 0 },
      ],
    },
  ])('that $what are read back and told', ({ after, told }) => {
    const found = ownershipIn(deal(after))
    expect(found && differences(write, found, before)).toEqual(told)
  })
})
