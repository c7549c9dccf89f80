import { describe, expect, it } from 'vitest'
import { toLongId } from '#demo/org/ids.ts'
import { createOrg, type Org } from '#demo/org/org.ts'

const deal = toLongId('006Hu00000DealA')
const rep = { id: toLongId('005Hu00000RepAA'), username: 'rep@x.example', name: 'Rita Rep' }

function orgWithActivities(): Org {
  const task = { WhatId: deal, OwnerId: rep.id, Priority: 'Normal' }
  const event = { WhatId: deal, OwnerId: rep.id, DurationInMinutes: 60 }
  return createOrg(
    {
      org: { myDomain: 'x', users: [rep] },
      records: {
        Opportunity: [
          { Id: deal, Name: 'Deal', StageName: 'New', CloseDate: '2026-12-01', OwnerId: rep.id },
        ],
        Task: [
          { ...task, Subject: 'To do', Status: 'Not Started', IsClosed: false },
          { ...task, Subject: 'Done', Status: 'Completed', IsClosed: true },
        ],
        Event: [
          {
            ...event,
            Subject: 'Met',
            StartDateTime: '2026-11-20T10:00:00.000+0000',
            EndDateTime: '2026-11-20T11:00:00.000+0000',
          },
          {
            ...event,
            Subject: 'To meet',
            StartDateTime: '2026-11-25T10:00:00.000+0000',
            EndDateTime: '2026-11-25T11:00:00.000+0000',
          },
        ],
      },
    },
    { now: () => new Date('2026-11-23T12:00:00Z'), random: () => 0.5 },
  )
}

describe('the activities of an opportunity', () => {
  it.each([
    ['OpenActivities', ['To do', 'To meet']],
    ['ActivityHistories', ['Done', 'Met']],
  ])('stand in %s as %j', (relationship, subjects) => {
    const soql = `SELECT (SELECT Subject, IsTask FROM ${relationship} ORDER BY IsTask DESC) FROM Opportunity`
    const [record] = orgWithActivities().as(rep.id).query(soql)
    expect(record?.[relationship]).toMatchObject({
      totalSize: 2,
      records: [
        { Subject: subjects[0], IsTask: true },
        { Subject: subjects[1], IsTask: false },
      ],
    })
  })

  it('cannot be queried but from their parent', () => {
    expect(() => orgWithActivities().as(rep.id).query('SELECT Id FROM OpenActivity')).toThrow(
      'entity type OpenActivity does not support query',
    )
  })
})
