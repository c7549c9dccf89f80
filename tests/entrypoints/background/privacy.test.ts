// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import { acmeUsers, brightwater, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { diesWriting } from '../../lib/storage/kept.ts'
import { snapshotKey } from '#lib/messaging/inbox-snapshot.ts'
import { ana as owner } from '../../lib/storage/fresh-database.ts'
import { look } from '../../../entrypoints/background/polling.ts'
import { noteRestored } from '../../../entrypoints/background/restored.ts'
import { anaWithDraft, ben, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const marker = 'Dana leaves in June'

/** Ana's draft with something in it that nobody else may read, and everything that stands on the disk. */
async function anaWithSecret() {
  const ana = await anaWithDraft()
  const answer: Answer = {
    kind: 'given',
    value: { type: 'text', text: marker },
    provenance: { from: 'typed' },
    evidence: [],
    by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
    at: ana.ports.now(),
  }
  await ana.ask('draft.answer', { draftKey: ana.draftKey, question: 'why.us', answer })
  const disk = async () => {
    const tables = await Promise.all(ana.ports.database.tables.map((table) => table.toArray()))
    await ana.office.keeping.settled()
    return JSON.stringify([tables, ...ana.browser.journal.kept.values()])
  }
  return { ...ana, disk }
}

describe('what is kept on this computer', () => {
  it('is listed by deal and customer', async () => {
    const { ask } = await anaWithSecret()
    const { deals, others } = await ask('privacy.read', {})
    expect(others).toBe(0)
    expect(deals).toContainEqual({
      opportunityId: brightwater,
      name: 'Brightwater Logistics – Planning Platform 2027',
      accountName: 'Brightwater Logistics',
      drafts: 1,
      waiting: 0,
    })
  })

  it('is gone at once, with every copy, when a deal is forgotten', async () => {
    const { ask, disk } = await anaWithSecret()
    expect(await disk()).toContain(marker)
    await ask('privacy.forget', { what: 'deals', opportunityIds: [brightwater] })
    expect(await disk()).not.toContain(marker)
    expect(await disk()).not.toContain(brightwater)
  })

  it('does not come back from its copies where the worker is killed over them', async () => {
    const { ask, disk, browser, world } = await anaWithSecret()
    const { area, isDead } = diesWriting({ disk: browser.disk, area: browser.journal })
    const killed = workerInProcess(world, { ...browser, journal: area })
    void killed.ask('privacy.forget', { what: 'deals', opportunityIds: [brightwater] })
    await isDead
    browser.memory.clear()
    const next = workerInProcess(world, browser)
    expect(await next.ask('draft.read', { opportunityId: brightwater })).toBeNull()
    expect((await next.ask('storage.read', {})).restored).toEqual([])
    expect(await disk()).not.toContain(marker)
    const { key } = valueOf(await ask('draft.start', { opportunityId: brightwater }))
    await disk()
    browser.memory.clear()
    const later = workerInProcess(world, browser)
    expect(await later.ask('draft.read', { opportunityId: brightwater })).toMatchObject({ key })
  })

  it('is forgotten in the trash and in the outbox as well', async () => {
    const { ask, disk, draftKey, world } = await anaWithSecret()
    world.network.isUp = false
    const { key } = valueOf(await ask('draft.start', { opportunityId: brightwater }))
    expect(key).toBe(draftKey)
    await ask('draft.discard', { draftKey })
    expect(await disk()).toContain(marker)
    await ask('privacy.forget', { what: 'deals', opportunityIds: [brightwater] })
    expect(await disk()).not.toContain(marker)
  })

  it('goes with what was typed and not sent, what the popup paints first, and what the desktop was told', async () => {
    const { ask, ports, office, world, handoffId, notices } = await benWithHandoff()
    await look(office, world.org)
    expect(notices).not.toEqual([])
    const own = `typed:${owner.orgId}:${ben.userId}:${handoffId}:decline`
    const another = `typed:${owner.orgId}:${ben.userId}:a0BHs0000000XyZIAQ:decline`
    const anas = `typed:${owner.orgId}:${acmeUsers.ana}:${handoffId}:remark`
    const chosen = `typed:${owner.orgId}:${ben.userId}:${brightwater}:chosen`
    // Chosen among the deals of somebody who leaves.
    const ofOwner = `typed:${owner.orgId}:${ben.userId}:${acmeUsers.ana}:${brightwater}:chosen`
    for (const name of [own, another, anas, chosen, ofOwner]) await ports.memory.set(name, marker)
    await ask('privacy.forget', { what: 'deals', opportunityIds: [brightwater] })
    expect(await ports.memory.get(own)).toBeUndefined()
    expect(await ports.memory.get(chosen)).toBeUndefined()
    expect(await ports.memory.get(ofOwner)).toBeUndefined()
    expect(await ports.memory.get(another)).toBe(marker)
    expect(await ports.memory.get(anas)).toBe(marker)
    expect(await ports.memory.get(snapshotKey)).toBeUndefined()
    expect(await ports.noticesShown()).toEqual([])
    await ask('privacy.forget', { what: 'others' })
    expect(await ports.memory.get(another)).toBe(marker)
    expect(await ports.memory.get(anas)).toBeUndefined()
  })

  it('goes with what a draft of it has begun, and with the word that it was brought back', async () => {
    const { ask, ports, office, draftKey } = await anaWithSecret()
    const name = `typed:bypass:${draftKey}:reason`
    await ports.memory.set(name, marker)
    const mine = { ...owner, name: 'Brightwater Logistics – Planning Platform 2027' }
    const others = { ...owner, userId: acmeUsers.mara, name: 'Northwind' }
    await noteRestored(office.ports, { drafts: [mine, others], operations: [], lost: 0 })
    await ask('privacy.forget', { what: 'deals', opportunityIds: [brightwater] })
    expect(await ports.memory.get(name)).toBeUndefined()
    expect(await ports.settings.get('restored')).toEqual({ deals: [others], lost: 0 })
    await ask('privacy.forget', { what: 'others' })
    expect(await ports.settings.get('restored')).toEqual({ deals: [], lost: 0 })
  })

  it('leaves other deals alone', async () => {
    const { ask } = await anaWithSecret()
    await ask('privacy.forget', { what: 'deals', opportunityIds: ['006Hs0000000CMNIA2'] })
    expect(await ask('draft.read', { opportunityId: brightwater })).not.toBeNull()
  })

  it('is nothing at all after everything was forgotten, settings included', async () => {
    const { ask, ports } = await anaWithSecret()
    await ask('privacy.forget', { what: 'everything' })
    const counts = await Promise.all(ports.database.tablesOfUsers.map((table) => table.count()))
    expect(counts.every((count) => count === 0)).toBe(true)
    expect(await ports.settings.get('last-org')).toBeUndefined()
  })

  it('of another user is counted, never shown, and can be forgotten', async () => {
    const ana = await anaWithSecret()
    ana.world.browser.signIn(acmeUsers.mara)
    const mara = workerInProcess(ana.world, ana.browser)
    const before = await mara.ask('privacy.read', {})
    expect(before.deals).toEqual([])
    expect(before.others).toBeGreaterThan(0)
    expect(valueOf(await mara.ask('privacy.export', {})).json).not.toContain(marker)
    await mara.ask('privacy.forget', { what: 'others' })
    expect(await ana.disk()).not.toContain(marker)
  })

  it('stays where somebody else wrote it about a deal that a user forgets', async () => {
    const ana = await anaWithSecret()
    ana.world.browser.signIn(acmeUsers.mara)
    const mara = workerInProcess(ana.world, ana.browser)
    await mara.ask('context.read', { opportunityId: brightwater, fresh: true })
    const { forgotten } = await mara.ask('privacy.forget', {
      what: 'deals',
      opportunityIds: [brightwater],
    })
    expect(forgotten).toBeGreaterThan(0)
    expect((await mara.ask('privacy.read', {})).deals).toEqual([])
    expect(await ana.disk()).toContain(marker)
    ana.world.browser.signIn(acmeUsers.ana)
    expect(await ana.ask('draft.read', { opportunityId: brightwater })).not.toBeNull()
  })

  it('is not taken for that of others while nobody is signed in', async () => {
    const ana = await anaWithSecret()
    ana.world.browser.signOut()
    expect(await ana.ask('privacy.read', {})).toEqual({ isSignedIn: false, deals: [], others: 0 })
    expect(await ana.ask('privacy.forget', { what: 'others' })).toEqual({ forgotten: 0 })
    expect(await ana.disk()).toContain(marker)
  })

  it('is handed out as JSON: the drafts, word for word', async () => {
    const { ask } = await anaWithSecret()
    const { json } = valueOf(await ask('privacy.export', {}))
    expect(JSON.parse(json)).toMatchObject({
      drafts: [{ opportunityId: brightwater, answers: { 'why.us': { value: { text: marker } } } }],
    })
  })

  it('is in the file also where its draft was discarded', async () => {
    const { ask } = await anaWithSecret()
    const draft = await ask('draft.read', { opportunityId: brightwater })
    valueOf(await ask('draft.discard', { draftKey: draft?.key ?? '' }))
    const { json } = valueOf(await ask('privacy.export', {}))
    expect(JSON.parse(json)).toMatchObject({
      drafts: [],
      discarded: [{ draft: { answers: { 'why.us': { value: { text: marker } } } } }],
    })
  })

  it('shows nothing to somebody who is signed out', async () => {
    const world = orgInProcess()
    expect(await workerInProcess(world).ask('privacy.read', {})).toEqual({
      isSignedIn: false,
      deals: [],
      others: 0,
    })
  })
})
