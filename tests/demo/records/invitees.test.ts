import { describe, expect, it } from 'vitest'
import { deal, one, people, smallOrg } from '../small-org.ts'

const review = { Subject: 'Review', StartDateTime: '2026-12-01T09:00:00Z', DurationInMinutes: 30 }

/** An event of the seller's about a deal of hers, to which a colleague is invited. */
function invited() {
  const { org } = smallOrg()
  const me = org.as(people.seller)
  const WhatId = me.create('Opportunity', deal)
  const event = me.create('Event', { ...review, WhatId })
  const invitation = { EventId: event, RelationId: people.other, IsInvitee: true }
  const relation = me.create('EventRelation', invitation)
  return { me, colleague: org.as(people.other), event, relation, invitation }
}

const OWN = `SELECT Subject, StartDateTime, EndDateTime, OwnerId, IsReminderSet FROM Event WHERE IsChild = true`

// https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-event.html
describe('the event that an invited user gets', () => {
  it('follows that of the organizer, and keeps its owner and its reminder', () => {
    const { me, colleague, event } = invited()
    const ReminderDateTime = '2026-12-01T08:00:00Z'
    const child = String(one(colleague, 'SELECT Id FROM Event WHERE IsChild = true')['Id'])
    colleague.update('Event', child, { IsReminderSet: true, ReminderDateTime })
    me.update('Event', event, { Subject: 'Kickoff', StartDateTime: '2026-12-02T10:00:00Z' })
    expect(one(colleague, OWN)).toMatchObject({
      Subject: 'Kickoff',
      StartDateTime: '2026-12-02T10:00:00.000+0000',
      EndDateTime: '2026-12-02T10:30:00.000+0000',
      OwnerId: people.other,
      IsReminderSet: true,
    })
  })

  it('goes with that of the organizer', () => {
    const { me, colleague, event } = invited()
    me.remove('Event', event)
    expect(colleague.query(OWN)).toEqual([])
  })

  it('goes with the invitation', () => {
    const { me, colleague, relation } = invited()
    me.remove('EventRelation', relation)
    expect(colleague.query(OWN)).toEqual([])
    expect(one(me, 'SELECT Subject FROM Event')['Subject']).toBe('Review')
  })

  it('is one, however often somebody is invited', () => {
    const { me, colleague, invitation } = invited()
    me.create('EventRelation', invitation)
    expect(colleague.query(OWN)).toHaveLength(1)
  })
})
