// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { welcome } from '../../../entrypoints/background/session-watch.ts'
import { openNotice } from '../../../entrypoints/background/telling.ts'
import { plainCalendar } from '#lib/handoff/business-time.ts'
import { managerQueue } from '#lib/metrics/queue.ts'
import { acmeUsers, brightwater, callsOf } from '../../lib/salesforce/org-in-process.ts'
import { ben, benInTransition, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const admin = '005Hs0000000AjcIAE'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Away = Awaited<ReturnType<typeof benAway>>

/** Ben has no page of ours open; a handoff waits for him. */
async function benAway() {
  const worker = await benWithHandoff()
  await worker.office.whereabouts.note(worker.world.org)
  return worker
}

async function look({ office, world }: Pick<Away, 'office' | 'world'>, after = 5 * MINUTE) {
  world.clock.now += after
  // Sessions end after some hours; people sign in again in the morning.
  if (after >= DAY) world.browser.signIn(ben.userId)
  await noteUse(office)
  await poll(office)
}

describe('a desktop notification', () => {
  it('tells of a new handoff with one query, once, also by another worker', async () => {
    const away = await benAway()
    const { notices, world, office } = away
    await office.gateway.identity(world.org)
    callsOf(world)
    await look(away)
    expect(callsOf(world)).toEqual(['GET /services/data/v67.0/query'])
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({
      title: 'Ana Ferreira hands over Brightwater Logistics – Planning Platform 2027',
    })
    expect(notices[0]?.message).toMatch(/^Brightwater Logistics · Decide by \w+ \d+:\d\d/)
    const next = workerInProcess(world, away.browser)
    await look({ world, office: next.office })
    await look(away)
    expect([...notices, ...next.notices]).toHaveLength(1)
  })

  it.each([true, false])('is shown unless its list is seen: %s', async (isSeen) => {
    const away = await benAway()
    await away.ask('inbox.refresh', { isSeen })
    await look(away)
    expect(away.notices).toHaveLength(isSeen ? 0 : 1)
  })

  it('is not shown for a kind that was turned off, nor afterwards', async () => {
    const away = await benAway()
    await away.ask('notifications.change', { change: { handoff: false } })
    await look(away)
    await away.ask('notifications.change', { change: { handoff: true } })
    await look(away)
    expect(away.notices).toEqual([])
  })

  it('tells of a new handoff that is late already, where being late is not told', async () => {
    const away = await benAway()
    await away.ask('notifications.change', { change: { due: false } })
    await look(away, 2 * DAY)
    expect(away.notices.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Ana Ferreira hands over/),
    ])
  })

  it('names nobody when that was turned off', async () => {
    const away = await benAway()
    await away.ask('notifications.change', { change: { names: false } })
    await look(away)
    expect(away.notices[0]?.title).toBe('Somebody hands over a handoff')
    expect(JSON.stringify(away.notices)).not.toMatch(/Ana|Brightwater/)
  })

  it('opens the record on a click, and changes nothing', async () => {
    const away = await benAway()
    await look(away)
    const before = away.rows('SELECT LastModifiedDate FROM Handoff__c')
    await openNotice(away.office, away.notices[0]?.id ?? '')
    expect(away.opened).toEqual([
      expect.stringMatching(/^https:\/\/acme\.lightning\.force\.com\/lightning\/r\/006\w+\/view$/),
    ])
    expect(away.rows('SELECT LastModifiedDate FROM Handoff__c')).toEqual(before)
  })

  it.each([
    '',
    'segue|evil.example|006Hs0000000847IAA|sent',
    'other',
    'segue|acme.my.salesforce.com',
  ])('with the id “%s” opens nothing of another host', async (id) => {
    const away = await benAway()
    await openNotice(away.office, id)
    expect(away.opened).toEqual([])
  })

  it('reminds before the decision is due, and says when it is late', async () => {
    const away = await benAway()
    await look(away)
    await look(away, DAY)
    await look(away, DAY)
    expect(away.notices.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Ana Ferreira hands over/),
      expect.stringMatching(/waits for your decision$/),
      expect.stringMatching(/^Your decision on .* is late$/),
    ])
  })

  it('is taken away when somebody else signs in, and stays for who has been told', async () => {
    const away = await benAway()
    const { world, office, notices, cleared } = away
    await look(away)
    expect(notices).toHaveLength(1)
    const signIn = async (userId: string) => {
      world.browser.signIn(userId)
      await welcome(office, world.org)
    }
    await signIn(ben.userId)
    expect(cleared).toEqual([])
    await signIn(acmeUsers.mara)
    expect(cleared).toEqual([notices[0]?.id])
  })

  it('is one for many', async () => {
    const away = await benAway()
    const { world, office } = away
    const row = away.rows('SELECT FIELDS(ALL) FROM Handoff__c LIMIT 1')[0] ?? {}
    const copied = [
      'Opportunity__c',
      'Account__c',
      'Outgoing_Owner__c',
      'Incoming_Owner__c',
      'Status__c',
      'Type__c',
      'Template_Key__c',
      'Submitted_At__c',
      'Decision_Due_At__c',
    ]
    const fields = Object.fromEntries(copied.map((name) => [name, row[name]]))
    for (let number = 0; number < 4; number += 1) {
      const as = world.demo.as(acmeUsers.ana)
      const ParentId = as.create('Handoff__c', { ...fields, Client_Key__c: `k${number}` })
      const share = { ParentId, UserOrGroupId: ben.userId, AccessLevel: 'Edit' }
      as.create('Handoff__Share', share)
    }
    world.browser.signIn(ben.userId)
    await look({ world, office })
    expect(away.notices).toMatchObject([
      { title: '5 handoffs have news', message: '5 new handoffs' },
    ])
  })
})

describe('an escalation', () => {
  it('is logged once, whoever sees it first, and reaches the manager', async () => {
    const away = await benAway()
    const { world } = away
    const log = () =>
      away.rows(
        "SELECT Kind__c, Actor__c, Details__c FROM Handoff_Event__c WHERE Kind__c = 'Reminded'",
      )
    await look(away, 2 * DAY)
    expect(log()).toEqual([])
    await look(away, 2 * DAY)
    await away.settled()
    await expect.poll(() => log().length).toBe(1)
    expect(log()[0]).toMatchObject({ Actor__c: ben.userId })
    expect(String(log()[0]?.['Details__c'])).toContain('"escalatedTo":"Mara Delacroix"')

    world.browser.signIn(acmeUsers.mara)
    const mara = workerInProcess(world)
    await mara.office.whereabouts.note(world.org)
    await look({ world, office: mara.office })
    await mara.settled()
    expect(log()).toHaveLength(1)
    expect(mara.notices.map(({ title }) => title)).toEqual([
      expect.stringMatching(/waits for Ben Kowalski, and is late$/),
    ])
    expect(mara.badges.at(-1)).toBe(1)
    const shown = await mara.ask('outbox.read', {})
    expect(shown).toEqual([])
  })
})

describe('what is owed after an acceptance', () => {
  it('is told to the new owner and to the manager once, and stands in their lists', async () => {
    const bens = await benInTransition()
    const { world, handoffId, rows } = bens
    await look(bens)
    expect(bens.notices).toEqual([])
    await look(bens, 10 * DAY)
    await look(bens)
    expect(bens.notices.map(({ title }) => title)).toEqual([
      'The customer of Brightwater Logistics – Planning Platform 2027 has not heard from you yet',
    ])
    const inbox = valueOf(await bens.ask('inbox.read', { fresh: false }))
    expect(inbox.items).toMatchObject([{ contactDueAt: expect.any(String) }])
    const [{ Effective_Date__c: day } = {}] = rows('SELECT Effective_Date__c FROM Handoff__c')
    world.clock.now = Date.parse(`${String(day)}T12:00:00Z`)
    world.browser.signIn(acmeUsers.mara)
    const maras = { ...workerInProcess(world), world }
    await maras.office.whereabouts.note(world.org)
    await look(maras)
    await look(maras)
    expect(maras.notices.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^The customer of Brightwater .* has not heard from Ben Kowalski yet$/),
    ])
    const team = valueOf(await maras.ask('overview.read', { fresh: true, scope: 'team', days: 90 }))
    const found = team?.items.filter(({ id }) => id === handoffId) ?? []
    const measuring = {
      now: new Date(world.clock.now).toISOString(),
      calendar: plainCalendar('UTC'),
    }
    const [reason, others] = [...managerQueue(found, measuring)][0] ?? []
    expect(reason).toBe('customer-waits')
    expect(others?.[0]?.reasons).toContain('owner-due')
  })

  it('is nothing once the customer was met and the owner has changed', async () => {
    const bens = await benInTransition()
    const { world, handoffId, rows } = bens
    const as = world.demo.as(admin)
    as.update('Handoff__c', handoffId, { First_Customer_Contact_At__c: '2026-11-24T10:00:00Z' })
    const [{ Effective_Date__c: day } = {}] = rows('SELECT Effective_Date__c FROM Handoff__c')
    world.clock.now = Date.parse(`${String(day)}T12:00:00Z`)
    world.browser.signIn(ben.userId)
    await look(bens)
    await look(bens)
    const told = [
      'The owner of Brightwater Logistics – Planning Platform 2027 is still to be changed to you',
    ]
    expect(bens.notices.map(({ title }) => title)).toEqual(told)
    as.update('Opportunity', brightwater, { OwnerId: ben.userId })
    const inbox = valueOf(await bens.ask('inbox.read', { fresh: true }))
    expect(inbox.items).toMatchObject([{ contactDueAt: null, ownerDueAt: null }])
  })
})
