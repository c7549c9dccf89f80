import { describe, expect, it } from 'vitest'
import { statuses } from '#lib/handoff/handoff.ts'
import { handoffColumns, listColumns, readHandoff } from '#lib/salesforce/handoff-record.ts'
import { statusValues } from '#lib/salesforce/handoff-values.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import { submission } from './plans.ts'

const names = namesIn({})
const user = (Name: string) => ({ attributes: { type: 'User' }, Name })

const row = {
  Id: 'a00Hs000000001A',
  Name: 'HO-00042',
  Status__c: 'Submitted',
  Type__c: 'AE_CSM',
  Outgoing_Owner__c: '005Hs00000006RMIAY',
  Outgoing_Owner__r: user('Ana'),
  Incoming_Owner__c: null,
  Incoming_Owner__r: null,
  Opportunity__c: '006Hs0000000847IAA',
  Opportunity__r: { Name: 'Brightwater', Amount: 184000, Account: { Name: 'Brightwater Ltd' } },
  Completeness__c: 82,
  Reject_Reason__c: 'OTHER;BAD_FIT',
  Submitted_At__c: '2026-11-23T12:00:00.000+0000',
  LastModifiedDate: '2026-11-23T12:00:00.000+0000',
  Payload__c: JSON.stringify(submission().packet),
}

describe('a row of a handoff', () => {
  it('is read in the domain’s words', () => {
    expect(readHandoff(names, row)).toMatchObject({
      id: 'a00Hs000000001AIAQ',
      name: 'HO-00042',
      status: 'submitted',
      kind: 'ae-csm',
      outgoing: { userId: '005Hs00000006RMIAY', name: 'Ana' },
      incoming: null,
      opportunityName: 'Brightwater',
      accountName: 'Brightwater Ltd',
      amount: 184000,
      completeness: 0.82,
      declineReasons: ['OTHER', 'BAD_FIT'],
      submittedAt: '2026-11-23T12:00:00.000Z',
      packet: submission().packet,
    })
  })

  it.each(['soon', '2026-99-99', '2026-12-01T09:00:00.000+0000', '\ud800', '', 7, null])(
    'has no days where they read %j',
    (day) => {
      const days = { Effective_Date__c: day, Transition_End__c: day, Recycle_Until__c: day }
      expect(readHandoff(names, { ...row, ...days })).toMatchObject({
        effectiveDate: null,
        transitionEnd: null,
        recycleUntil: null,
      })
      expect(readHandoff(names, { ...row, Effective_Date__c: '2026-12-01' })).toMatchObject({
        effectiveDate: '2026-12-01',
      })
    },
  )

  it.each(['', 'not JSON', '{"v":2}', '{"v":1,"answers":', null])(
    'is readable without a packet when the payload is %j',
    (Payload__c) => {
      expect(readHandoff(names, { ...row, Payload__c })).toMatchObject({
        packet: null,
        status: 'submitted',
      })
    },
  )

  it('of a status that is not known is none', () => {
    expect(readHandoff(names, { ...row, Status__c: 'Parked' })).toBeNull()
  })

  it.each(statuses)('in status %s is recognised', (status) => {
    expect(readHandoff(names, { ...row, Status__c: statusValues[status] })?.status).toBe(status)
  })
})

describe('the columns of a handoff', () => {
  it('leave out what is hidden from the user', () => {
    const shape = {
      object: 'Handoff__c',
      label: 'Handoff',
      createable: true,
      updateable: true,
      fields: {
        Status__c: {
          label: 'Status',
          type: 'picklist',
          length: 0,
          createable: true,
          updateable: true,
          options: [],
        },
      },
      children: [],
    }
    expect(handoffColumns(names, { Handoff__c: shape })).toEqual([
      'Id',
      'Name',
      'LastModifiedDate',
      'Status__c',
    ])
  })

  it('of a list do without the long texts', () => {
    const columns = listColumns(names, {})
    expect(columns).not.toContain('Payload__c')
    expect(columns).not.toContain('Summary__c')
    expect(columns).toContain('Decision_Due_At__c')
  })
})
