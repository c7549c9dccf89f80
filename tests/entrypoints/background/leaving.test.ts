// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeUsers, callsOf, orgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { acmeAfterTove, orchard, quarry, tove } from '../../lib/salesforce/leaving.ts'
import { begin, draftOf, halden } from './batch-of-ana.ts'
import { ben } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const { ana, mara } = acmeUsers
const remy = '005Hs0000000AjcIAE'

async function withMara() {
  const world = orgInProcess(acmeAfterTove())
  world.browser.signIn(mara)
  const worker = workerInProcess(world)
  await worker.ask('identity.read', {})
  callsOf(world)
  return { ...worker, world }
}

describe('the deals of somebody who leaves', () => {
  it('are kept for the next look, and for a look without a network', async () => {
    const { ask, world } = await withMara()
    const asked = { ownerId: tove.userId }
    expect(valueOf(await ask('leaving.book', { ...asked, fresh: false }))).toBeNull()
    const book = valueOf(await ask('leaving.book', { ...asked, fresh: true }))
    expect(book?.deals.map(({ opportunityId }) => opportunityId)).toEqual([quarry, orchard])
    expect(book).toMatchObject({ currency: 'EUR', origin: 'https://acme.lightning.force.com' })
    world.network.isUp = false
    expect(valueOf(await ask('leaving.book', { ...asked, fresh: false }))).toEqual(book)
    expect(await ask('leaving.book', { ...asked, fresh: true })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'offline' },
    })
  })

  it('are read as well where the package has a namespace', async () => {
    const seed = acmeAfterTove()
    const org = { ...seed.org, packageNamespace: 'segue' }
    const world = orgInProcess({ ...seed, org })
    world.browser.signIn(mara)
    const { ask } = workerInProcess(world)
    const book = valueOf(await ask('leaving.book', { ownerId: tove.userId, fresh: true }))
    expect(book).toMatchObject({ hidden: [], mayBegin: true })
    expect(book?.deals).toHaveLength(2)
  })

  it('tell which of them the manager has begun a draft of', async () => {
    const { ask } = await withMara()
    await begin({ ask }, quarry, { ownerId: tove.userId })
    const book = valueOf(await ask('leaving.book', { ownerId: tove.userId, fresh: true }))
    expect(book?.deals.map(({ hasDraft }) => hasDraft)).toEqual([true, false])
  })
})

describe('what a record leaves open', () => {
  it('are the questions at the gates of the template that the deal would get, and nothing is kept', async () => {
    const { ask, office, world } = await withMara()
    const blanks = valueOf(await ask('leaving.blanks', { opportunityId: quarry }))
    expect(callsOf(world).length).toBeLessThanOrEqual(2)
    expect(blanks).toContainEqual(
      expect.objectContaining({ key: 'first3', section: 'Start here', severity: 'blocks-submit' }),
    )
    // Why and when is for the manager to say.
    expect(blanks.map(({ key }) => key)).not.toContain('reason')
    expect(new Set(blanks.map(({ severity }) => severity))).not.toContain('warns')
    expect(await office.drafts.all(valueOf(await ask('identity.read', {})))).toEqual([])
  })

  it('are fewer where more is recorded', async () => {
    const { ask } = await withMara()
    const open = async (opportunityId: string) =>
      valueOf(await ask('leaving.blanks', { opportunityId })).length
    expect(await open(halden)).toBeLessThan(await open(quarry))
  })
})

describe('drafts of the deals of somebody who leaves', () => {
  it('are begun by the manager, who sends them, with why they change hands', async () => {
    const worker = await withMara()
    const values = { reason: { type: 'picklist', value: 'resignation' } } as const
    const begun = await begin(worker, quarry, { ownerId: tove.userId, values })
    expect(valueOf(begun)).toBe('begun')
    expect(await draftOf(worker, quarry)).toMatchObject({
      userId: mara,
      answers: { reason: { value: { value: 'resignation' } } },
    })
  })

  it('are not begun of a deal that has another owner by now, nor without saying whose it is', async () => {
    const worker = await withMara()
    expect(valueOf(await begin(worker, halden, { ownerId: tove.userId }))).toBe('not-yours')
    expect(valueOf(await begin(worker, halden))).toBe('not-yours')
  })

  it('are not begun where the owner has sent a handoff already', async () => {
    const worker = await withMara()
    worker.world.demo.as(ana).create('Handoff__c', {
      Opportunity__c: halden,
      Client_Key__c: 'sent',
      Status__c: 'Accepted',
      Type__c: 'TERRITORY',
      Outgoing_Owner__c: ana,
      Incoming_Owner__c: '005Hs00000007VvIAI',
    })
    expect(valueOf(await begin(worker, halden, { ownerId: ana }))).toBe('under-way')
  })
})

it('what somebody has left behind is sent by their manager, in the manager’s name', async () => {
  const worker = await withMara()
  const { ask, settled, world } = worker
  await begin(worker, quarry, { ownerId: tove.userId })
  const bypass = { reason: 'Nobody knows more', manager: { userId: remy, name: 'Remy Haddad' } }
  const change = { bypass, recipient: ben }
  const { revision } = valueOf(await ask('draft.change', { draftKey: `of-${quarry}`, change }))
  valueOf(await ask('handoff.submit', { draftKey: `of-${quarry}`, revision }))
  await settled()
  expect((await ask('outbox.read', { opportunityId: quarry })).at(-1)).toMatchObject({
    state: 'sent',
    trouble: null,
  })
  const book = valueOf(await ask('leaving.book', { ownerId: tove.userId, fresh: true }))
  expect(book?.deals[0]?.handoff).toEqual({ status: 'submitted', to: ben.name })
  const query = 'SELECT Outgoing_Owner__c FROM Handoff__c'
  expect(world.demo.as(mara).query(query)).toMatchObject([{ Outgoing_Owner__c: mara }])
})

it('the people whom a manager may choose from cost two queries', async () => {
  const { ask, world } = await withMara()
  const { owners, mayLookAtAll } = valueOf(await ask('leaving.people', { scope: 'team' }))
  expect(owners).toHaveLength(5)
  expect(mayLookAtAll).toBe(true)
  expect(callsOf(world)).toHaveLength(2)
})
