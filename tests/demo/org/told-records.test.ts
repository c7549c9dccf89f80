import { describe, expect, it } from 'vitest'
import { warningsOf } from './warnings-of.ts'

const org = { myDomain: 'x', users: [{ id: '005xx0000012345', username: 'u', name: 'U' }] }
const event = { Subject: 'Demo', StartDateTime: '2026-12-01T10:00:00.000+0000' }
const DURATION = 'Duration must be between 0 and 20160 minutes: Duration'

describe('of the records of an org folder is told', () => {
  it.each([
    [
      'what they lack',
      { 'records/Contact.json': [{ LastName: 'A' }, { FirstName: 'B' }, {}] },
      'records/Contact, 1: Required fields are missing: [LastName], which no org would take. It is one of 2 such faults of the file.',
    ],
    [
      'an event that ends before it starts',
      { 'records/Event.json': [{ ...event, EndDateTime: '2026-12-01T09:00:00.000+0000' }] },
      `records/Event, 0: ${DURATION}, which no org would take.`,
    ],
    [
      'an event whose length and end contradict one another, instead of not starting',
      {
        'records/Event.json': [
          { ...event, EndDateTime: '2026-12-01T11:00:00.000+0000', DurationInMinutes: 30 },
        ],
      },
      'records/Event, 0: Event duration and end time do not add up to the same time, which no org would take.',
    ],
    [
      'a time zone that is none',
      { 'records/User.json': [{ Id: '005xx0000012345', TimeZoneSidKey: 'Mars' }] },
      'records/User, 0: bad value for restricted picklist field: Mars, which no org would take.',
    ],
    [
      'a record type that no record can have',
      { 'records/RecordType.json': [{ Name: 'A', DeveloperName: 'A', SobjectType: 'Case' }] },
      'records/RecordType, 0.Id is missing, and without it no record can be of that type; record-types.json gives it one.',
    ],
  ])('%s', (_, files, says) => {
    expect(warningsOf({ 'org.json': org, ...files })).toEqual([says])
  })

  it('a key that two of them have', () => {
    const fields = [
      { name: 'Id', type: 'id' },
      { name: 'Key__c', type: 'string', unique: true, externalId: true },
    ]
    const files = {
      'org.json': org,
      'describe/Site__c.json': { name: 'Site__c', custom: true, keyPrefix: 'a0X', fields },
      'records/Site__c.json': [{ Id: 'a0Xxx0000012345', Key__c: 'k-1' }, { Key__c: 'K-1' }],
    }
    expect(warningsOf(files)).toEqual([
      expect.stringMatching(
        /^records\/Site__c, 0: duplicate value found: Key__c duplicates value on record with id: \w{15}, which no org would take\./,
      ),
    ])
  })

  it('nothing of an owner who has left since', () => {
    const gone = { id: '005xx0000012346', username: 'v', name: 'V', active: false }
    const deal = { Name: 'D', StageName: 'Prospecting', CloseDate: '2026-12-31', OwnerId: gone.id }
    const files = {
      'org.json': { ...org, users: [...org.users, gone] },
      'records/Opportunity.json': [deal],
    }
    expect(warningsOf(files)).toEqual([])
  })

  it('that ids of an object of its own are those of a standard one', () => {
    const fields = [{ name: 'Id', type: 'id' }]
    const describes = { name: 'Site__c', custom: true, keyPrefix: '001', fields }
    expect(warningsOf({ 'org.json': org, 'describe/Site__c.json': describes })).toEqual([
      'describe/Site__c, keyPrefix: ids of Account begin with 001, and would be taken for those of Site__c.',
    ])
  })
})
