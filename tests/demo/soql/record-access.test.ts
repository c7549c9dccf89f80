import { describe, expect, it } from 'vitest'
import { toLongId } from '#demo/org/ids.ts'
import { createOrg } from '#demo/org/org.ts'

const deal = toLongId('006Hu00000DealA')
const owner = { id: toLongId('005Hu00000OwnAA'), username: 'own@x.example', name: 'Olga Owner' }
const reader = { id: toLongId('005Hu00000ReaAA'), username: 'read@x.example', name: 'Rolf Reader' }

function orgWith(sharing: string) {
  return createOrg(
    {
      org: { myDomain: 'x', users: [owner, reader], sharing: { Opportunity: sharing } },
      records: {
        Opportunity: [
          { Id: deal, Name: 'Deal', StageName: 'New', CloseDate: '2026-12-01', OwnerId: owner.id },
        ],
      },
    },
    { now: () => new Date('2026-11-23T12:00:00Z'), random: () => 0.5 },
  )
}

function accessOver(sharing: string, userId: string): unknown {
  const org = orgWith(sharing)
  const soql = `SELECT RecordId, HasReadAccess, HasEditAccess, HasTransferAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${userId}' AND RecordId = '${deal.slice(0, 15)}'`
  return org.as(owner.id).query(soql)
}

describe('UserRecordAccess', () => {
  it.each([
    { sharing: 'Private', user: owner, read: true, edit: true, transfer: true, most: 'All' },
    { sharing: 'Private', user: reader, read: false, edit: false, transfer: false, most: 'None' },
    { sharing: 'Read', user: reader, read: true, edit: false, transfer: false, most: 'Read' },
    { sharing: 'ReadWrite', user: reader, read: true, edit: true, transfer: false, most: 'Edit' },
  ])('of $user.name is $most where opportunities are $sharing', (expected) => {
    expect(accessOver(expected.sharing, expected.user.id)).toMatchObject([
      {
        RecordId: deal,
        HasReadAccess: expected.read,
        HasEditAccess: expected.edit,
        HasTransferAccess: expected.transfer,
        MaxAccessLevel: expected.most,
      },
    ])
  })

  it.each([
    { sharing: 'Read', user: reader, edit: false },
    { sharing: 'ReadWrite', user: reader, edit: true },
    { sharing: 'Read', user: owner, edit: true },
  ])('is a parent of each row: $user.name edits $edit where $sharing', (expected) => {
    const soql = 'SELECT Id, UserRecordAccess.HasEditAccess FROM Opportunity'
    expect(orgWith(expected.sharing).as(expected.user.id).query(soql)).toMatchObject([
      { Id: deal, UserRecordAccess: { HasEditAccess: expected.edit } },
    ])
  })
})
