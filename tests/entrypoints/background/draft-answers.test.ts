// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import {
  acmeUsers,
  brightwater,
  callsOf,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater

const saying = (text: string): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: { userId: acmeUsers.ana, name: 'Ana Ferreira' },
  at: '2026-11-23T12:00:00.000Z',
})

/** A panel on Brightwater's page, with Ana signed in. */
function panel() {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  return { world, ...workerInProcess(world) }
}

describe('opening a panel and starting a draft', () => {
  it('costs one call of the API', async () => {
    const { ask, world } = panel()
    expect(valueOf(await ask('context.read', { opportunityId, fresh: false }))).toBeNull()
    const [context, draft] = await Promise.all([
      ask('context.read', { opportunityId, fresh: true }),
      ask('draft.start', { opportunityId }),
    ])
    expect(valueOf(context)?.cached).toBe(false)
    expect(Object.keys(valueOf(draft).answers).length).toBeGreaterThan(5)
    expect(callsOf(world)).toEqual([
      'GET /services/oauth2/userinfo',
      'POST /services/data/v67.0/composite',
    ])
  })

  it('leaves out what has an id of an odd shape, and can read the draft again', async () => {
    const { ask, world } = panel()
    world.faults.push(async (request, pass) => {
      const text = await (await pass(request)).text()
      return new Response(text.replaceAll(/"(Id|UserId)":"(?!006)\w+"/g, '"$1":"odd"'), {
        headers: { 'Content-Type': 'application/json' },
      })
    })
    const read = valueOf(await ask('context.read', { opportunityId, fresh: true }))
    const none = { contactRoles: [], products: [], team: [], competitors: [], activities: [] }
    expect(read?.deal).toMatchObject({ ...none, cases: [] })
    const { key } = valueOf(await ask('draft.start', { opportunityId }))
    expect(await ask('draft.read', { opportunityId })).toMatchObject({ key })
  })

  it('shows what this computer knows without asking Salesforce', async () => {
    const { ask, world } = panel()
    await ask('context.read', { opportunityId, fresh: true })
    callsOf(world)
    expect(valueOf(await ask('context.read', { opportunityId, fresh: false }))).toMatchObject({
      cached: true,
      deal: { opportunityId },
    })
    expect(callsOf(world)).toEqual([])
  })

  it('gives the draft that is there, to every tab', async () => {
    const { ask } = panel()
    const started = await Promise.all([1, 2, 3].map(() => ask('draft.start', { opportunityId })))
    expect(new Set(started.map((answer) => valueOf(answer).key)).size).toBe(1)
  })

  it('without a session tells who has to sign in where', async () => {
    const { ask, world } = panel()
    world.browser.signOut()
    expect(await ask('draft.start', { opportunityId })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'signed-out', url: 'https://acme.my.salesforce.com/' },
    })
    expect(await ask('draft.read', { opportunityId })).toBeNull()
  })
})

describe('a draft', () => {
  it('is kept answer by answer, told to the other surfaces, and there for the next worker', async () => {
    const { ask, facts, browser, world } = panel()
    const { key: draftKey, revision } = valueOf(await ask('draft.start', { opportunityId }))
    const saved = valueOf(
      await ask('draft.answer', { draftKey, question: 'why.us', answer: saying('Price') }),
    )
    expect(saved.revision).toBe(revision + 1)
    expect(facts).toContainEqual({
      fact: 'draft-changed',
      draftKey,
      opportunityId,
      revision: saved.revision,
      answered: { question: 'why.us', answer: saying('Price') },
    })
    const next = workerInProcess(world, browser)
    expect(await next.ask('draft.read', { opportunityId })).toMatchObject({
      answers: { 'why.us': { value: { text: 'Price' } } },
    })
  })

  it('is told to the other surfaces without the answer when that is long', async () => {
    const { ask, facts } = panel()
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
    const answer = saying('x'.repeat(100_000))
    const { revision } = valueOf(
      await ask('draft.answer', { draftKey, question: 'why.us', answer }),
    )
    expect(facts).toContainEqual({ fact: 'draft-changed', draftKey, opportunityId, revision })
  })

  it('takes what was typed into a text, and nothing made to a text that is another by now', async () => {
    const { ask, facts } = panel()
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
    const question = 'why.us'
    const since = valueOf(await ask('draft.answer', { draftKey, question, answer: saying('Pice') }))
    const splice = { from: 1, to: 1, put: 'r' }
    const change = { draftKey, question, since, splice, at: '2026-11-23T12:00:01.000Z' }
    const saved = valueOf(await ask('draft.retype', change))
    expect(saved?.revision).toBe(since.revision + 1)
    const { revision } = saved ?? since
    expect(facts).toContainEqual({ fact: 'draft-changed', draftKey, opportunityId, revision })
    expect(valueOf(await ask('draft.retype', change))).toBeNull()
    const text = { value: { text: 'Price' }, at: '2026-11-23T12:00:01.000Z' }
    expect(await ask('draft.read', { opportunityId })).toMatchObject({
      answers: { [question]: text },
    })
  })

  it('keeps words typed while it is refreshed', async () => {
    const { ask, world } = panel()
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
    world.clock.now += 120_000
    const [refreshed] = await Promise.all([
      ask('draft.refresh', { draftKey }),
      ask('draft.answer', { draftKey, question: 'why.us', answer: saying('Typed meanwhile') }),
    ])
    expect(valueOf(refreshed).answers).toHaveProperty('why\\.us')
    expect(await ask('draft.read', { opportunityId })).toMatchObject({
      answers: { 'why.us': { value: { text: 'Typed meanwhile' } } },
    })
  })

  it('is not shown to the next user of the browser', async () => {
    const { ask, world } = panel()
    await ask('draft.start', { opportunityId })
    world.browser.signIn(acmeUsers.mara)
    expect(await ask('draft.read', { opportunityId })).toBeNull()
  })

  it('that was discarded can be restored', async () => {
    const { ask } = panel()
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
    await ask('draft.answer', { draftKey, question: 'why.us', answer: saying('Price') })
    const { undo } = valueOf(await ask('draft.discard', { draftKey }))
    expect(await ask('draft.read', { opportunityId })).toBeNull()
    await ask('draft.restore', { draft: undo })
    expect(await ask('draft.read', { opportunityId })).toMatchObject({
      answers: { 'why.us': { value: { text: 'Price' } } },
    })
  })

  it('that is gone says so', async () => {
    const { ask } = panel()
    expect(
      await ask('draft.answer', { draftKey: 'none', question: 'why.us', answer: null }),
    ).toMatchObject({ outcome: 'trouble', trouble: { kind: 'record-gone' } })
  })
})
