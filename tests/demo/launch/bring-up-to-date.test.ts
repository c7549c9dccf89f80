import { describe, expect, it } from 'vitest'

import { bringUpToDate } from '#demo/launch/bring-up-to-date.ts'

describe('records written for another day', () => {
  it.each([
    ['2026-11-23', '2027-01-01'],
    ['2026-11-23T09:30:00.000+0000', '2027-01-01T09:30:00.000+0000'],
    ['2024-02-29', '2024-04-08'],
    ['the meeting of 2026-11-23', 'the meeting of 2026-11-23'],
    ['2026-11-23 or later', '2026-11-23 or later'],
    [42, 42],
    [null, null],
  ])('move %s to %s', (value, moved) => {
    const records = { Task: [{ Field: value }] }
    expect(bringUpToDate(records, '2026-11-23', '2027-01-01')).toEqual({ Task: [{ Field: moved }] })
  })

  it('were not written later than now, where Salesforce stamps them itself', () => {
    const at = '2026-11-23T09:30:00.000+0000'
    const records = { Opportunity: [{ LastModifiedDate: at, Due__c: at }] }
    expect(bringUpToDate(records, '2026-11-23', '2026-11-24T07:00:00.000Z')).toEqual({
      Opportunity: [
        {
          LastModifiedDate: '2026-11-24T07:00:00.000+0000',
          Due__c: '2026-11-24T09:30:00.000+0000',
        },
      ],
    })
  })
})
