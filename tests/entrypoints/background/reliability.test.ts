// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import { push } from '#lib/sync/push.ts'
import { noteUse, poll } from '../../../entrypoints/background/polling.ts'
import { hearCookie } from '../../../entrypoints/background/session-watch.ts'
import { acmeUsers, brightwater, callsOf, respond } from '../../lib/salesforce/org-in-process.ts'
import { newDisk } from '../../lib/storage/fresh-database.ts'
import { acceptance, anaWithDraft, ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const MINUTE = 60_000
const opportunityId = brightwater
const limit = respond(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'used up' }])

describe('the org’s limit (F32)', () => {
  it('met by what the user does stops background calls for a quarter of an hour', async () => {
    const { world, office, submit, settled } = await anaWithDraft()
    await office.whereabouts.note(world.org)
    await noteUse(office)
    world.faults.push(limit)
    await submit()
    await settled()
    callsOf(world)
    world.clock.now += 10 * MINUTE
    await poll(office)
    expect(callsOf(world)).toEqual([])
    world.clock.now += 5 * MINUTE
    await push(office.outbox)
    expect(callsOf(world).filter((call) => call.startsWith('POST'))).toHaveLength(1)
  })
})

describe('an answer that was given before a move and comes after it (F41)', () => {
  it('does not bring back on the list and the badge what was decided', async () => {
    const { world, ask, handoffId, settled, badges } = await benWithHandoff()
    await ask('inbox.read', { fresh: true })
    expect(badges.at(-1)).toBe(1)
    let arrive = () => undefined as void
    const held = new Promise<void>((resolve) => {
      arrive = resolve
    })
    world.faults.push(async (request, pass) => {
      const answer = await pass(request)
      await held
      return answer
    })
    const late = ask('inbox.read', { fresh: true })
    await expect.poll(() => world.faults.length).toBe(0)
    await ask('handoff.accept', acceptance(handoffId))
    await settled()
    arrive()
    await late
    expect(badges.at(-1)).toBe(0)
  })
})

describe('several identities in one browser (F48)', () => {
  it('a handoff of Ana’s is never sent as Mara, whoever is signed in, and waits for Ana', async () => {
    const { world, ask, office, rows, draftKey, revision } = await anaWithDraft()
    world.network.isUp = false
    await ask('handoff.submit', { draftKey, revision })
    world.network.isUp = true
    world.browser.signIn(acmeUsers.mara)
    world.clock.now += MINUTE
    await push(office.outbox)
    expect(rows('SELECT Id FROM Handoff__c')).toEqual([])
    expect((await ask('storage.read', {})).held).toEqual([
      { why: 'other-user', host: 'acme.my.salesforce.com' },
    ])
    expect(await ask('outbox.read', {})).toEqual([])
    world.browser.signIn(acmeUsers.ana)
    await hearCookie(office, {
      removed: false,
      cause: 'explicit',
      cookie: { name: 'sid', domain: 'acme.my.salesforce.com', value: 'new' },
    })
    expect(rows('SELECT CreatedById FROM Handoff__c')).toMatchObject([
      { CreatedById: acmeUsers.ana },
    ])
  })
})

describe('an org that became another (F49)', () => {
  it('of the same address, as after a sandbox refresh, holds what was made under the old id', async () => {
    const { world, office, ask } = await anaWithDraft()
    const { store } = office.outbox
    world.network.isUp = false
    const submitted = await anaWithDraft()
    submitted.world.network.isUp = false
    await submitted.submit()
    await submitted.settled()
    const [row] = await submitted.office.outbox.store.all()
    if (!row || typeof row.value !== 'object') throw new Error('nothing was queued')
    const orgId = '00DHs000009zZzZMAU'
    await store.add({ ...row, orgId, value: { ...row.value, orgId } })
    world.network.isUp = true
    world.clock.now += MINUTE
    await push(office.outbox)
    const [held] = await store.all()
    expect(held).toMatchObject({ state: 'queued', value: { trouble: { kind: 'wrong-org' } } })
    expect((await ask('storage.read', {})).held).toMatchObject([{ why: 'other-org' }])
    expect(world.demo.as(acmeUsers.ana).query('SELECT Id FROM Handoff__c')).toEqual([])
  })

  it('only by its address, as after a renamed My Domain, gets what was made at the old one', async () => {
    const { office, world, submit, settled, rows } = await anaWithDraft()
    world.network.isUp = false
    await submit()
    await settled()
    const [row] = await office.outbox.store.all()
    await office.outbox.store.change(row?.operationKey ?? '', (before) => ({
      ...before,
      value: Object.assign({}, before.value, { host: 'acme-old.my.salesforce.com' }),
    }))
    world.network.isUp = true
    await push(office.outbox)
    expect(rows('SELECT Id FROM Handoff__c')).toEqual([])
    await hearCookie(office, {
      removed: false,
      cause: 'explicit',
      cookie: { name: 'sid', domain: 'acme.my.salesforce.com', value: 'new' },
    })
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })
})

const given = (text: string, at: string): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
  at,
})

describe('an opportunity that was deleted or merged (F38)', () => {
  const other = '006Hs0000000CMNIA2'

  it('leaves its draft here, which moves to another opportunity on request', async () => {
    const { ask, world, draftKey, ports } = await anaWithDraft()
    const answer = given('Dana leaves in June', ports.now())
    await ask('draft.answer', { draftKey, question: 'why.us', answer })
    world.demo.state.store.erase('Opportunity', brightwater)
    world.clock.now += MINUTE
    const read = await ask('context.read', { opportunityId, fresh: true })
    expect(read).toMatchObject({ outcome: 'trouble', trouble: { kind: 'record-gone' } })
    expect(await ask('draft.astray', {})).toMatchObject([{ draftKey, opportunityId }])
    await ask('draft.start', { opportunityId: other })
    const moved = valueOf(await ask('draft.retarget', { draftKey, opportunityId: other }))
    expect(moved).toMatchObject({ key: draftKey, opportunityId: other, recipient: ben })
    expect(moved.answers['why.us']).toEqual(answer)
    expect(await ask('draft.read', { opportunityId: other })).toMatchObject({ key: draftKey })
    expect(await ask('draft.astray', {})).toEqual([])
  })

  it('between the last press and the write: the handoff needs the user, and can move', async () => {
    const { ask, world, draftKey, submit, settled } = await anaWithDraft()
    world.network.isUp = false
    await submit()
    await settled()
    world.demo.state.store.erase('Opportunity', brightwater)
    world.network.isUp = true
    world.clock.now += MINUTE
    const own = await ask('outbox.read', { opportunityId })
    await ask('outbox.retry', { operationKey: own[0]?.operationKey ?? '' })
    await settled()
    expect(await ask('outbox.read', { opportunityId })).toMatchObject([
      { state: 'needs-attention', trouble: { kind: 'record-gone' } },
    ])
    expect(await ask('draft.astray', {})).toMatchObject([{ draftKey }])
    const moved = valueOf(await ask('draft.retarget', { draftKey, opportunityId: other }))
    expect(moved.recipient).toEqual(ben)
  })
})

describe('a database that was lost while drafts were in it', () => {
  it('is said once, by the name of the deal, until the user has read it', async () => {
    const { world, browser, office } = await anaWithDraft()
    await office.keeping.settled()
    const emptied = { ...browser, disk: newDisk() }
    const next = workerInProcess(world, emptied)
    await next.office.keeping.opened()
    const name = 'Brightwater Logistics – Planning Platform 2027'
    expect((await next.ask('storage.read', {})).restored).toEqual([name])
    expect(next.facts).toContainEqual({ fact: 'storage-changed' })
    expect(await next.ask('draft.read', { opportunityId })).not.toBeNull()
    world.browser.signIn(ben.userId)
    expect((await next.ask('storage.read', {})).restored).toEqual([])
    await next.ask('storage.seen', {})
    world.browser.signIn(acmeUsers.ana)
    expect((await next.ask('storage.read', {})).restored).toEqual([name])
    await next.ask('storage.seen', {})
    expect((await next.ask('storage.read', {})).restored).toEqual([])
  })
})

describe('somebody was quicker', () => {
  it('handing the deal over at another computer (F47): the second one is told, and sends nothing', async () => {
    const second = await anaWithDraft()
    const first = workerInProcess(second.world)
    await first.ask('context.read', { opportunityId, fresh: true })
    const { key: draftKey } = valueOf(await first.ask('draft.start', { opportunityId }))
    const change = { recipient: ben, bypass: { reason: 'The kickoff is tomorrow', manager: mara } }
    const { revision } = valueOf(await first.ask('draft.change', { draftKey, change }))
    second.world.clock.now += MINUTE
    valueOf(await first.ask('handoff.submit', { draftKey, revision }))
    await first.settled()
    second.world.clock.now += MINUTE
    await second.submit()
    await second.settled()
    expect(await second.ask('outbox.read', { opportunityId })).toMatchObject([
      { state: 'conflict', conflicts: [{ path: 'Opportunity.Handoff_Status__c' }] },
    ])
    expect(second.rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })
})
