// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { assess } from '#lib/handoff/completeness.ts'
import { circumstancesOf } from '#lib/handoff/circumstances.ts'
import { inOrg } from '#lib/handoff/mapped.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import {
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
  respond,
} from '../../lib/salesforce/org-in-process.ts'
import { acceptance, anaWithDraft, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater
const aeCsm = builtInTemplates.find(({ key }) => key === 'ae-csm')
const reference = { key: 'ae-csm', version: aeCsm?.version ?? '' }
const patience = { timeout: 30_000 }
const composite = 'POST /services/data/v67.0/composite'

function withAna(seed?: Parameters<typeof orgInProcess>[0]) {
  const world = orgInProcess(seed)
  world.browser.signIn(acmeUsers.ana)
  return { world, ...workerInProcess(world) }
}

describe('the deals that a template is tried on', () => {
  it('are those won last that the user may read, found in one call, the latest first', async () => {
    const { ask, world } = withAna()
    await ask('identity.read', {})
    callsOf(world)
    const { deals, origin } = valueOf(await ask('template.deals', {}))
    expect(callsOf(world)).toEqual([composite])
    expect(origin).toBe('https://acme.lightning.force.com')
    const rows = world.demo
      .as(acmeUsers.ana)
      .query('SELECT Id FROM Opportunity WHERE IsWon = true ORDER BY CloseDate DESC LIMIT 20')
    expect(deals.map((deal) => deal.opportunityId)).toEqual(rows.map((row) => row['Id']))
    expect(deals.map(({ name }) => name)).toContain(
      'Brightwater Logistics – Planning Platform 2027',
    )
  })

  it('are also those that were handed over and are not won, each once', patience, async () => {
    const { ask, settled, handoffId, world } = await benWithHandoff()
    valueOf(await ask('handoff.accept', acceptance(handoffId, 'Good')))
    await settled()
    const found = async () => {
      const { deals } = valueOf(await ask('template.deals', {}))
      return deals.filter((deal) => deal.opportunityId === opportunityId).length
    }
    expect(await found()).toBe(1)
    const desk = world.demo.as(acmeUsers.ana)
    desk.update('Opportunity', opportunityId, { StageName: 'Qualification' })
    expect(await found()).toBe(1)
    desk.update('Handoff__c', handoffId, { Status__c: 'Cancelled' })
    expect(await found()).toBe(0)
  })

  it('are those that were won where handoffs cannot be read', async () => {
    const { ask, world } = withAna()
    const before = valueOf(await ask('template.deals', {})).deals
    const body = { records: before.map((deal) => ({ Id: deal.opportunityId, Name: deal.name })) }
    const reply = (referenceId: string, httpStatusCode: number, answer: unknown) => ({
      body: answer,
      httpHeaders: {},
      httpStatusCode,
      referenceId,
    })
    const hidden = [{ errorCode: 'INVALID_TYPE', message: 'sObject type is not supported.' }]
    const compositeResponse = [reply('handed', 400, hidden), reply('won', 200, body)]
    world.faults.push(respond(200, { compositeResponse }))
    expect(valueOf(await ask('template.deals', {})).deals).toEqual(before)
  })
})

describe('a template that is tried on a deal', () => {
  it('meets what the panel finds in a draft begun with it, in one call, and leaves nothing behind', async () => {
    const { ask, world, ports } = withAna()
    await ask('identity.read', {})
    await ask('template.try', { ...reference, opportunityId })
    callsOf(world)
    const met = valueOf(await ask('template.try', { ...reference, opportunityId }))
    expect(callsOf(world)).toEqual([composite])
    expect(await ports.database.drafts.count()).toBe(0)
    const kept = async () =>
      (await ports.database.cache.toArray()).filter((row) =>
        JSON.stringify(row).includes(`context:${opportunityId}`),
      )
    expect(await kept()).toEqual([])

    const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
    const draft = valueOf(await ask('draft.start', { opportunityId, templateKey: 'ae-csm' }))
    if (!context || !aeCsm) throw new Error('nothing to compare with')
    const { people } = context
    const { findings } = assess(inOrg(aeCsm, context), draft, {
      ...circumstancesOf(context, ports.now()),
      people,
    })
    const said = findings.map(({ question, severity, rule }) => ({ question, severity, rule }))
    expect(met).toEqual(said)
    expect(said.filter(({ severity }) => severity === 'blocks-submit').length).toBeGreaterThan(3)
    // What the panel has read is kept: the look above has looked at the right place.
    expect(await kept()).toHaveLength(1)
  })

  it('begins without the handoff of its kind that the deal has behind it', patience, async () => {
    const { ask: before } = withAna()
    const fresh = valueOf(await before('template.try', { ...reference, opportunityId }))
    const { ask, settled, handoffId } = await benWithHandoff()
    valueOf(await ask('handoff.accept', acceptance(handoffId, 'Good')))
    await settled()
    const now = valueOf(await ask('template.try', { ...reference, opportunityId }))
    const blocking = (all: typeof fresh) =>
      all.flatMap(({ severity, question }) => (severity === 'blocks-submit' ? question : []))
    expect(blocking(now)).toEqual(blocking(fresh))
  })

  it('leaves the draft of the deal as it is', async () => {
    const { ask } = await anaWithDraft()
    const before = await ask('draft.read', { opportunityId })
    valueOf(await ask('template.try', { ...reference, opportunityId }))
    expect(await ask('draft.read', { opportunityId })).toEqual(before)
  })

  it('may be one that is imported and starts no handoff yet, and is that very version', async () => {
    const { ask } = withAna()
    const own = structuredClone({ ...aeCsm, key: 'acme', status: 'draft' })
    for (const question of (own.sections ?? []).flatMap(({ questions }) => questions))
      Object.assign(question, { requirements: [] })
    await ask('template.import', { text: JSON.stringify(own) })
    const acme = { key: 'acme', version: reference.version, opportunityId }
    const met = valueOf(await ask('template.try', acme))
    const blocking = met.filter(({ severity }) => severity === 'blocks-submit')
    expect(blocking.map(({ rule }) => rule)).toEqual(['no-recipient'])
    expect(await ask('template.try', { ...acme, version: '9.0.0' })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'not-now' },
    })
  })

  it.each([
    { kind: 'limit-reached', errorCode: 'REQUEST_LIMIT_EXCEEDED', status: 403 },
    { kind: 'unreachable', errorCode: 'SERVER_UNAVAILABLE', status: 503 },
  ])('says what stood in the way: $kind', async ({ kind, errorCode, status }) => {
    const { ask, world } = withAna()
    await ask('identity.read', {})
    world.faults.push(respond(status, [{ errorCode, message: 'No.' }]))
    expect(await ask('template.try', { ...reference, opportunityId })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind },
    })
  })

  it('says of a deal that is gone that it is', async () => {
    const { ask, world } = withAna()
    world.demo.as(acmeUsers.ana).remove('Opportunity', opportunityId)
    expect(await ask('template.try', { ...reference, opportunityId })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'record-gone' },
    })
  })
})
