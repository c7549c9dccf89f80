// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater as opportunityId,
  callsOf,
  type Fault,
} from '../../lib/salesforce/org-in-process.ts'
import { guarding } from '../../lib/salesforce/hidden-fields.ts'
import { profiled } from '../../lib/salesforce/profiled.ts'
import { ben, benInTransition } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

describe('a meeting', () => {
  const meeting = {
    subject: 'Kickoff @{handoff.id}',
    description: '1. Goals',
    location: '',
    start: '2026-12-03T09:00:00.000Z',
    end: '2026-12-03T09:30:00.000Z',
    colleagues: [{ userId: acmeUsers.ana, name: 'Ana Ferreira' }],
    contactIds: [] as string[],
  }

  it('is in the calendars with its invitees, gives its step the day, and closes the scheduling', async () => {
    const { ask, handoffId, settled, handoff, rows } = await benInTransition()
    const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
    const contactIds =
      context?.deal.contactRoles.slice(0, 1).map(({ contactId }) => contactId) ?? []
    const arranged = { handoffId, milestone: 'kickoff', meeting: { ...meeting, contactIds } }
    valueOf(await ask('transition.meet', arranged))
    await settled()
    const [event, ...children] = rows(
      `SELECT Id, Subject, OwnerId, WhatId, IsChild FROM Event WHERE Subject LIKE 'Kickoff @%'
       ORDER BY IsChild ASC`,
    )
    expect(event).toMatchObject({ OwnerId: ben.userId, WhatId: opportunityId })
    expect(children).toMatchObject([{ OwnerId: acmeUsers.ana }])
    const invited = rows(
      `SELECT RelationId FROM EventRelation WHERE EventId = '${String(event?.['Id'])}'`,
    )
    expect(invited.map(({ RelationId }) => RelationId)).toEqual(
      expect.arrayContaining([acmeUsers.ana, ...contactIds]),
    )
    const { transition } = await handoff()
    const step = (key: string) => transition.milestones.find((one) => one.key === key)
    expect(step('kickoff')).toMatchObject({ day: '2026-12-03', meetingAt: meeting.start })
    expect(step('schedule-kickoff')).toMatchObject({ status: 'done' })
    expect(transition.phases.find(({ phase }) => phase === 'lead')?.from).toBe('2026-12-03')
  })

  it('among colleagues hangs on the handoff, which not everybody sees', async () => {
    const { ask, handoffId, settled, rows } = await benInTransition()
    valueOf(await ask('transition.meet', { handoffId, milestone: 'sync', meeting }))
    await settled()
    expect(rows(`SELECT WhatId FROM Event WHERE Subject LIKE 'Kickoff @%'`)[0]).toMatchObject({
      WhatId: handoffId,
    })
  })

  it('without a place is in the calendars where the place of events is hidden', async () => {
    const hidden = profiled(acmeSeed(), { fields: ['Event.Location', 'Event.Description'] })
    const { ask, handoffId, settled, rows } = await benInTransition(hidden)
    const plain = { ...meeting, description: '' }
    valueOf(await ask('transition.meet', { handoffId, milestone: 'sync', meeting: plain }))
    await settled()
    expect(rows(`SELECT Id FROM Event WHERE Subject LIKE 'Kickoff @%'`)).not.toEqual([])
  })

  it('sent twice is in the calendars once', async () => {
    const { ask, handoffId, settled, rows, world, office } = await benInTransition()
    const lost: Fault = async (request, pass) => {
      const answer = await pass(request)
      if (request.method === 'GET') return answer
      throw new TypeError('the answer was lost')
    }
    world.faults.push(lost, lost, lost)
    valueOf(await ask('transition.meet', { handoffId, milestone: 'sync', meeting }))
    await settled()
    world.faults.length = 0
    world.clock.now += 600_000
    await push(office.outbox)
    await settled()
    const made = `SELECT Id FROM Event WHERE Subject LIKE 'Kickoff @%' AND IsChild = false`
    expect(rows(made)).toHaveLength(1)
    expect(
      (await office.outbox.store.all()).every((entry) => JSON.stringify(entry).includes('sent')),
    ).toBe(true)
  })

  it.each(['read', 'nothing'] as const)(
    'is refused as a meeting where %s is granted of events, and as nothing else',
    async (grants) => {
      const { ask, handoffId, settled, world } = await benInTransition(
        guarding(acmeSeed(), 'Event', grants),
      )
      world.demo.state.grants.guardedObjects.add('event')
      await ask('context.read', { opportunityId, fresh: true })
      valueOf(await ask('transition.meet', { handoffId, milestone: 'kickoff', meeting }))
      await settled()
      const entries = await ask('outbox.read', { opportunityId })
      expect(entries.filter(({ action }) => action === 'meet')).toMatchObject([
        { trouble: { kind: 'no-permission', detail: expect.stringMatching(/^New meeting: /) } },
      ])
    },
  )

  it('cannot begin before now', async () => {
    const { ask, handoffId } = await benInTransition()
    const past = { ...meeting, start: '2026-11-20T09:00:00.000Z', end: '2026-11-20T09:30:00.000Z' }
    expect(
      await ask('transition.meet', { handoffId, milestone: 'kickoff', meeting: past }),
    ).toMatchObject({ outcome: 'trouble', trouble: { detail: 'This time has passed.' } })
  })

  it('is arranged around what stands in the calendars, in one call', async () => {
    const { ask, handoffId, settled, world } = await benInTransition()
    valueOf(await ask('transition.meet', { handoffId, milestone: 'kickoff', meeting }))
    await settled()
    callsOf(world)
    const asked = {
      userIds: [ben.userId, acmeUsers.ana],
      from: '2026-12-03T00:00:00.000Z',
      to: '2026-12-04T00:00:00.000Z',
    }
    const { engagements, owners } = valueOf(await ask('users.calendars', asked))
    expect(callsOf(world)).toHaveLength(1)
    expect(owners.map(({ userId }) => userId).toSorted()).toEqual(asked.userIds.toSorted())
    for (const userId of asked.userIds)
      expect(engagements).toContainEqual({
        userId,
        from: meeting.start,
        to: meeting.end,
        days: null,
      })
  })
})

describe('follow-through', () => {
  it('records the first contact, and that no meeting is needed until it is again', async () => {
    const { ask, handoffId, settled, handoff, world } = await benInTransition()
    const at = new Date(world.clock.now).toISOString()
    valueOf(await ask('transition.contact', { handoffId, at, note: 'Called Dana' }))
    await settled()
    expect(await handoff()).toMatchObject({ firstCustomerContactAt: at })
    valueOf(await ask('transition.no-meeting', { handoffId, words: 'They asked for silence' }))
    await settled()
    expect((await handoff()).transition.noMeeting).toMatchObject({
      words: 'They asked for silence',
      by: { name: 'Ben Kowalski' },
    })
    valueOf(await ask('transition.no-meeting', { handoffId, words: '' }))
    await settled()
    expect((await handoff()).transition.noMeeting).toBeUndefined()
  })

  it('keeps the handoff from being completed while required steps are open', async () => {
    const { ask, handoffId } = await benInTransition()
    expect(await ask('handoff.complete', { handoffId, reason: '' })).toMatchObject({
      outcome: 'trouble',
      trouble: { detail: expect.stringContaining('Still open') },
    })
  })

  it('keeps it from being completed while no next meeting is planned, until none is needed', async () => {
    const { ask, handoffId, settled, world, rows } = await benInTransition()
    const as = world.demo.as('005Hs0000000AjcIAE')
    const Phases__c = JSON.stringify({ v: 1, phases: [], milestones: [] })
    as.update('Handoff__c', handoffId, { Phases__c })
    for (const { Id } of rows('SELECT Id FROM Event'))
      as.update('Event', String(Id), { WhatId: null })
    world.clock.now += 10_000
    await ask('context.read', { opportunityId, fresh: true })
    const complete = () => ask('handoff.complete', { handoffId, reason: '' })
    expect(await complete()).toMatchObject({
      trouble: { detail: expect.stringContaining('next meeting') },
    })
    valueOf(await ask('transition.no-meeting', { handoffId, words: 'They asked for silence' }))
    await settled()
    valueOf(await complete())
    await settled()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Completed' }])
  })
})
