// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeSeed, acmeUsers, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { profiled } from '../../lib/salesforce/profiled.ts'
import { benInTransition } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const ana = acmeUsers.ana
const wholeDay = { first: '2026-12-03', last: '2026-12-03' }

/** Ben, who looks for a time with Ana, who is away for a day, has a call and is free at noon. */
async function benLooking(field: string) {
  const { ask, world } = await benInTransition(profiled(acmeSeed(), { fields: [field] }))
  const at = (event: Readonly<Record<string, unknown>>) =>
    world.demo
      .as('005Hs0000000AjcIAE')
      .create('Event', { OwnerId: ana, WhatId: brightwater, ...event })
  at({ Subject: 'Away', IsAllDayEvent: true, ActivityDate: '2026-12-03', DurationInMinutes: 1440 })
  at({ Subject: 'Call', StartDateTime: '2026-12-04T09:00:00Z', DurationInMinutes: 30 })
  at({
    Subject: 'Lunch',
    StartDateTime: '2026-12-04T12:00:00Z',
    DurationInMinutes: 30,
    ShowAs: 'Free',
  })
  const asked = { userIds: [ana], from: '2026-12-03T00:00:00Z', to: '2026-12-05T00:00:00Z' }
  return ask('users.calendars', asked)
}

describe('the calendars of colleagues', () => {
  it.each(['Event.IsAllDayEvent', 'Event.ActivityDate', 'Event.ShowAs', 'Event.Location'])(
    'are read where %s is hidden, and nobody is shown as free who is busy',
    async (field) => {
      const { engagements, owners } = valueOf(await benLooking(field))
      expect(owners).toMatchObject([{ userId: ana }])
      const from = engagements.map((one) => one.days ?? one.from)
      const lunch = field === 'Event.ShowAs' ? ['2026-12-04T12:00:00.000Z'] : []
      expect(from).toEqual([wholeDay, '2026-12-04T09:00:00.000Z', ...lunch])
    },
  )
})
