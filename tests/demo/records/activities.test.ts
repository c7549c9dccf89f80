import { describe, expect, it } from 'vitest'
import { deal, one, people, refusalOf, smallOrg } from '../small-org.ts'

const task = { Subject: 'Call', Status: 'Not Started', Priority: 'High' }

describe('activities', () => {
  it('mark the deal they are about', () => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    const id = me.create('Opportunity', deal)
    const marks = () =>
      one(me, `SELECT HasOpenActivity, HasOverdueTask, LastActivityDate FROM Opportunity`)
    const open = me.create('Task', { ...task, WhatId: id, ActivityDate: '2026-11-20' })
    expect(marks()).toMatchObject({ HasOpenActivity: true, HasOverdueTask: true })
    me.update('Task', open, { Status: 'Completed' })
    expect(marks()).toMatchObject({
      HasOpenActivity: false,
      HasOverdueTask: false,
      LastActivityDate: '2026-11-20',
    })
  })

  it('a task is closed by its status and keeps when that was', () => {
    const { org, clock } = smallOrg()
    const me = org.as(people.seller)
    const id = me.create('Task', task)
    me.update('Task', id, { Status: 'Completed' })
    clock.advance(60)
    me.update('Task', id, { Description: 'Left a message' })
    expect(one(me, 'SELECT IsClosed, IsHighPriority, CompletedDateTime FROM Task')).toMatchObject({
      IsClosed: true,
      IsHighPriority: true,
      CompletedDateTime: '2026-11-23T10:00:00.000+0000',
    })
  })

  it.each([
    [{ DurationInMinutes: 30 }, '2026-12-01T09:30:00.000+0000', 30],
    [{ EndDateTime: '2026-12-01T10:00:00Z' }, '2026-12-01T10:00:00.000+0000', 60],
  ])('an event with %j ends at %s', (given, end, minutes) => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    me.create('Event', { Subject: 'Review', StartDateTime: '2026-12-01T09:00:00Z', ...given })
    expect(one(me, 'SELECT EndDateTime, DurationInMinutes, ActivityDate FROM Event')).toMatchObject(
      {
        EndDateTime: end,
        DurationInMinutes: minutes,
        ActivityDate: '2026-12-01',
      },
    )
  })

  it.each([
    [{}, '2026-12-01', 1],
    [{ EndDateTime: '2026-12-03T10:00:00Z' }, '2026-12-03', 3],
    [{ DurationInMinutes: 2880 }, '2026-12-02', 2],
  ])('an event of whole days with %j ends on %s, and moves as a whole', (given, last, days) => {
    const { org } = smallOrg()
    const me = org.as(people.seller)
    const values = { Subject: 'Fair', IsAllDayEvent: true, ActivityDate: '2026-12-01' }
    const id = me.create('Event', { ...values, ...given })
    const span = () =>
      one(me, 'SELECT ActivityDate, StartDateTime, EndDateTime, DurationInMinutes FROM Event')
    const midnight = (day: string) => `${day}T00:00:00.000+0000`
    const length = { DurationInMinutes: days * 1440 }
    expect(span()).toMatchObject({ EndDateTime: midnight(last), ...length })
    const later = { ...length, EndDateTime: midnight(last.replace('-12-0', '-12-1')) }
    me.update('Event', id, { ActivityDate: '2026-12-11' })
    expect(span()).toMatchObject({ ...later, StartDateTime: midnight('2026-12-11') })
    me.update('Event', id, { StartDateTime: '2026-12-01T00:00:00Z' })
    expect(span()).toMatchObject({ ActivityDate: '2026-12-01', EndDateTime: midnight(last) })
  })

  it.each([
    ['without an end', {}],
    [
      'whose duration and end differ',
      { DurationInMinutes: 30, EndDateTime: '2026-12-01T10:00:00Z' },
    ],
  ])('an event %s is refused', (_, given) => {
    const { org } = smallOrg()
    const start = { Subject: 'x', StartDateTime: '2026-12-01T09:00:00Z' }
    const create = () => org.as(people.seller).create('Event', { ...start, ...given })
    expect(refusalOf(create).code).toBe('FIELD_INTEGRITY_EXCEPTION')
  })

  it.each([
    { EndDateTime: '2026-12-01T08:59:00Z' },
    { DurationInMinutes: -1 },
    { DurationInMinutes: 20_161 },
    { EndDateTime: '2026-12-15T09:01:00Z' },
    { IsAllDayEvent: true, EndDateTime: '2026-12-15T00:00:00Z' },
  ])(
    'an event that ends before it starts, or lasts longer than two weeks, is told so: %j',
    (given) => {
      const start = { Subject: 'x', StartDateTime: '2026-12-01T09:00:00Z' }
      const me = smallOrg().org.as(people.seller)
      expect(refusalOf(() => me.create('Event', { ...start, ...given }))).toEqual({
        code: 'FIELD_INTEGRITY_EXCEPTION',
        fields: ['DurationInMinutes'],
        text: 'Duration must be between 0 and 20160 minutes: Duration',
      })
    },
  )

  it('an invited user has the event in the own calendar, an invited contact has not', () => {
    const { org } = smallOrg()
    const me = org.as(people.admin)
    const event = me.create('Event', {
      Subject: 'Review',
      StartDateTime: '2026-12-01T09:00:00Z',
      DurationInMinutes: 30,
    })
    const contact = me.create('Contact', { LastName: 'Ann' })
    for (const RelationId of [people.other, contact]) {
      me.create('EventRelation', { EventId: event, RelationId, IsInvitee: true })
    }
    const calendar = org.as(people.other).query('SELECT Subject, IsChild FROM Event')
    expect(calendar.map((row) => [row['Subject'], row['IsChild']])).toEqual([['Review', true]])
    expect(me.query('SELECT Status FROM EventRelation').map((row) => row['Status'])).toEqual([
      'New',
      'New',
    ])
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('a mail makes a task when Enhanced Email is %s', (enhancedEmail, tasks) => {
    const { org } = smallOrg({ org: { switches: { enhancedEmail } } })
    const me = org.as(people.seller)
    const RelatedToId = me.create('Opportunity', deal)
    const id = me.create('EmailMessage', {
      RelatedToId,
      Status: '3',
      Subject: 'Offer',
      ToAddress: 'a@b.c',
    })
    expect(me.query("SELECT Subject FROM Task WHERE TaskSubtype = 'Email'")).toHaveLength(tasks)
    const change = () => me.update('EmailMessage', id, { Subject: 'Better offer' })
    expect(refusalOf(change).code).toBe('INSUFFICIENT_ACCESS_OR_READONLY')
  })
})
