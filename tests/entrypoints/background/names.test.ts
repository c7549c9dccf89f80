// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { diagnose } from '#lib/salesforce/doctor.ts'
import { namesIn } from '#lib/salesforce/names.ts'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { renameObjects } from '../../../salesforce/rename.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater as opportunityId,
  callsOf,
  orgInProcess,
  respond,
} from '../../lib/salesforce/org-in-process.ts'
import { acceptance, anaWithDraft, ben } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const composite = 'POST /services/data/v67.0/composite'
const query = 'GET /services/data/v67.0/query'

/** Acme, with the package installed under a namespace. */
function packaged() {
  const seed = acmeSeed()
  return { ...seed, org: { ...seed.org, packageNamespace: 'segue' } }
}

/** What an org has called so before Segue came. */
const ownHandoff = {
  name: 'Handoff__c',
  label: 'Shift Handoff',
  keyPrefix: 'a99',
  custom: true,
  fields: [
    { name: 'Id', type: 'id' },
    { name: 'Ward__c', type: 'string' },
    { name: 'Status__c', type: 'string' },
  ],
}

const objects = { handoff: 'Deal_Transfer__c' }

/** Acme, which has a `Handoff__c` of its own, so that ours was deployed under another name. */
function renamed() {
  const { metadata = {}, ...seed } = acmeSeed()
  const files = renameObjects(metadata, { Handoff__c: objects.handoff })
  return { ...seed, metadata: files, describes: [ownHandoff] }
}

/** Ana's computer in an org. */
function anaIn(seed: ReturnType<typeof acmeSeed>) {
  const world = orgInProcess(seed)
  world.browser.signIn(acmeUsers.ana)
  return { ...workerInProcess(world), world }
}

type Ask = ReturnType<typeof anaIn>['ask']
const open = (ask: Ask) => ask('context.read', { opportunityId, fresh: true })

async function doctorIn(ask: Ask) {
  const { names, ...facts } = valueOf(await ask('doctor.read', {}))
  return diagnose(facts, namesIn(names)).find(({ key }) => key === 'objects')
}

describe('an org whose package has a namespace', () => {
  it('is handed over in and accepted in, with nothing to set up', async () => {
    const ana = await anaWithDraft(packaged())
    valueOf(await ana.submit())
    await ana.settled()
    const sent = 'SELECT Id, segue__Status__c FROM segue__Handoff__c'
    expect(ana.rows(sent)).toMatchObject([{ segue__Status__c: 'Submitted' }])
    const [deal] = ana.rows(
      `SELECT segue__Handoff_Status__c FROM Opportunity WHERE Id = '${opportunityId}'`,
    )
    expect(deal).toMatchObject({ segue__Handoff_Status__c: 'Submitted' })

    ana.world.browser.signIn(ben.userId)
    const { ask, settled, office, badges } = workerInProcess(ana.world)
    await office.whereabouts.note(ana.world.org)
    await noteUse(office)
    await poll(office)
    expect(badges).toEqual([1])
    const handoffId = String(ana.rows(sent)[0]?.['Id'])
    await open(ask)
    valueOf(await ask('handoff.accept', acceptance(handoffId)))
    await settled()
    expect(ana.rows(sent)).toMatchObject([{ segue__Status__c: 'Accepted' }])
    const [read] = valueOf(await open(ask))?.handoffs ?? []
    expect(read).toMatchObject({ id: handoffId, status: 'accepted' })
    expect(read?.events?.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Submitted', 'Accepted']),
    )
  })

  it('is known after the first opening, which takes two calls more', async () => {
    const { world, ask } = anaIn(packaged())
    await ask('identity.read', {})
    callsOf(world)
    valueOf(await open(ask))
    expect(callsOf(world)).toEqual([composite, composite, composite])
    world.clock.now += 61_000
    valueOf(await open(ask))
    expect(callsOf(world)).toEqual([composite])
  })

  it('is known after the first look for handoffs, also to the next worker', async () => {
    const { world, office, browser } = anaIn(packaged())
    await office.gateway.identity(world.org)
    callsOf(world)
    await office.gateway.pending(world.org)
    expect(callsOf(world)).toEqual([query, composite, query])
    await workerInProcess(world, browser).office.gateway.pending(world.org)
    expect(callsOf(world)).toEqual([query])
  })

  it('is known to all who look at once', async () => {
    const { office, world } = anaIn(packaged())
    const { gateway } = office
    const { org } = world
    const reads = [gateway.pending(org), gateway.ownDeals(org), gateway.context(org, opportunityId)]
    expect(await Promise.all(reads)).toHaveLength(3)
  })

  it('is found beside another object that is called like ours', async () => {
    const { ask, office, world } = anaIn({ ...packaged(), describes: [ownHandoff] })
    expect(await office.gateway.pending(world.org)).toMatchObject({ items: [] })
    expect(valueOf(await ask('install.names', {}))).toMatchObject({
      by: 'package',
      names: { namespace: 'segue' },
    })
  })

  it('is found by the doctor, who is content', async () => {
    const { ask } = anaIn(packaged())
    expect(await doctorIn(ask)).toMatchObject({ state: 'good' })
  })

  it('is named by the doctor when somebody has given other names', async () => {
    const { ask } = anaIn(packaged())
    await ask('install.name', { names: { namespace: 'other' } })
    const found = await doctorIn(ask)
    expect(found?.finding).toContain('with the namespace “segue”')
    expect(await open(ask)).toMatchObject({ trouble: { kind: 'not-installed' } })
  })
})

describe('an org whose objects have other names', () => {
  it('says that its own object is not ours, until somebody gives the names', async () => {
    const { ask, settled, world } = anaIn(renamed())
    expect((await doctorIn(ask))?.finding).toBe('Handoff__c of this org is not Segue’s')
    valueOf(await ask('install.name', { names: { objects } }))
    expect(await doctorIn(ask)).toMatchObject({ state: 'good' })
    expect(valueOf(await ask('install.names', {}))).toEqual({
      host: world.org.apiHost,
      by: 'user',
      names: { objects },
    })
    valueOf(await open(ask))
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
    const bypass = { reason: 'Now', manager: { userId: acmeUsers.mara, name: 'Mara' } }
    const change = { recipient: ben, bypass }
    const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
    valueOf(await ask('handoff.submit', { draftKey, revision }))
    await settled()
    const rows = world.demo.as(acmeUsers.ana).query('SELECT Status__c FROM Deal_Transfer__c')
    expect(rows).toMatchObject([{ Status__c: 'Submitted' }])
  })

  it('is known from the company’s policy, which a user cannot change', async () => {
    const { ask, browser, world } = anaIn(renamed())
    const { apiHost } = world.org
    browser.managed['objectNames'] = [{ host: apiHost, objects }]
    valueOf(await open(ask))
    valueOf(await ask('install.name', { names: null }))
    expect(valueOf(await ask('install.names', {}))).toMatchObject({ by: 'company' })
    valueOf(await open(ask))
  })
})

describe('giving other names', () => {
  it('keeps drafts and forgets what was read under the old names', async () => {
    const { ask, facts, office, world } = await anaWithDraft()
    expect(await office.cache.endings(await office.gateway.identity(world.org), '')).not.toEqual([])
    valueOf(await ask('install.name', { names: { namespace: 'other' } }))
    expect(valueOf(await ask('context.read', { opportunityId, fresh: false }))).toBeNull()
    expect(await ask('draft.read', { opportunityId })).toMatchObject({ recipient: ben })
    expect(facts).toContainEqual({ fact: 'identity-changed' })
    valueOf(await ask('install.name', { names: null }))
    expect(valueOf(await open(ask))).toMatchObject({ deal: { opportunityId } })
  })

  it('waits while it is not known whether a handoff has arrived under the old ones', async () => {
    const { ask, submit, settled, world } = await anaWithDraft()
    world.faults.push(async (request, pass) => {
      await pass(request)
      throw new TypeError('Failed to fetch')
    })
    world.faults.push(respond(503, []), respond(503, []), respond(503, []))
    await submit()
    await settled()
    expect(valueOf(await ask('install.name', { names: { namespace: 'other' } }))).toEqual({
      underway: 1,
    })
    expect(valueOf(await ask('install.names', {}))).toMatchObject({ by: 'nobody', names: {} })
  })
})
