// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyRow } from '#lib/handoff/empty-row.ts'
import type { Template } from '#lib/handoff/template.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { given, typed } from '../../lib/handoff/builders.ts'
import {
  acmeUsers,
  brightwater as opportunityId,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { ben, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const own = (over: Partial<Template>) => JSON.stringify({ ...aeCsm, ...over })
/** Of the same kind, and another one: it sets something off that nobody was told of. */
const another = own({
  key: 'acme-other',
  onStatus: [{ status: 'accepted', set: { 'Opportunity.NextStep': 'Other' }, post: 'Taken' }],
})

/** Ana sends what she has written with a template that is on her computer alone. */
async function sentByAna(world: ReturnType<typeof orgInProcess>): Promise<string> {
  world.browser.signIn(acmeUsers.ana)
  const { ask, settled } = workerInProcess(world)
  await ask('template.import', { text: own({ key: 'acme', name: 'Acme handoff' }) })
  const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
  const rows = [{ ...emptyRow('risks', 'r1'), risk: 'They may leave' }]
  await ask('draft.answer', { draftKey, question: 'why.pain', answer: typed('Nine days') })
  await ask('draft.answer', { draftKey, question: 'risk', answer: given({ type: 'risks', rows }) })
  const change = { recipient: ben, bypass: { reason: 'The kickoff is tomorrow', manager: mara } }
  const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  const [row] = world.demo.as(acmeUsers.ana).query('SELECT Id FROM Handoff__c')
  return String(row?.['Id'])
}

describe('a handoff whose template is not on the recipient’s computer', () => {
  let world: ReturnType<typeof orgInProcess>
  let worker: ReturnType<typeof workerInProcess>
  let handoffId: string
  beforeEach(async () => {
    world = orgInProcess()
    handoffId = await sentByAna(world)
    world.browser.signIn(ben.userId)
    worker = workerInProcess(world)
    Object.assign(worker.browser.managed, { templates: [{ template: another }] })
    valueOf(await worker.ask('context.read', { opportunityId, fresh: true }))
  })

  const rows = (soql: string) => world.demo.as(ben.userId).query(soql)

  it('is read without one', async () => {
    const context = valueOf(await worker.ask('context.read', { opportunityId, fresh: true }))
    expect(context?.handoffs).toMatchObject([{ template: { key: 'acme' } }])
    expect(await worker.ask('template.read', { key: 'acme', version: '1.0.0' })).toBeNull()
  })

  it('is accepted without the ticks and words that only another template would ask for', async () => {
    const { ask, settled } = worker
    const accepted = await ask('handoff.accept', { handoffId, note: 'Mine', read: [], said: [] })
    expect(accepted.outcome).toBe('ok')
    await settled()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Accepted' }])
  })

  it('sets nothing off, and plans no steps, that only another template has', async () => {
    const { ask, settled } = worker
    const before = rows(`SELECT NextStep FROM Opportunity WHERE Id = '${opportunityId}'`)
    const tasks = rows('SELECT Id FROM Task').length
    await ask('handoff.accept', { handoffId, note: 'Mine', read: [], said: [] })
    await settled()
    expect(rows(`SELECT NextStep FROM Opportunity WHERE Id = '${opportunityId}'`)).toEqual(before)
    expect(rows('SELECT Id FROM Task')).toHaveLength(tasks)
  })

  it('is declined with a word of why', async () => {
    const { ask, settled } = worker
    const declined = { handoffId, reasons: ['OTHER'], comment: 'Not mine', questions: [] }
    expect((await ask('handoff.decline', declined)).outcome).toBe('ok')
    await settled()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Rejected' }])
  })
})

describe('nothing can be written', () => {
  it('on a computer without the template of what came back, and it says which one is missing', async () => {
    const world = orgInProcess()
    const handoffId = await sentByAna(world)
    const declined = { Status__c: 'Rejected', Reject_Reason__c: 'OTHER' }
    world.demo.as(ben.userId).update('Handoff__c', handoffId, declined)
    world.browser.signIn(acmeUsers.ana)
    const { ask } = workerInProcess(world)
    const detail =
      'It was written with the template “acme” 1.0.0, which is not on this computer. Import it in the settings, or go on where you wrote it.'
    expect(await ask('draft.start', { opportunityId })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'not-now', detail },
    })
    await ask('template.import', { text: own({ key: 'acme', name: 'Acme handoff' }) })
    expect(valueOf(await ask('draft.start', { opportunityId }))).toMatchObject({ handoffId })
  })

  it('where the company offers only templates that are not here', async () => {
    const world = orgInProcess()
    world.browser.signIn(acmeUsers.ana)
    const { ask, browser } = workerInProcess(world)
    Object.assign(browser.managed, { lockedTemplates: ['acme'] })
    const detail = 'Your company offers no template that is on this computer. Tell your admin.'
    expect(await ask('draft.start', { opportunityId })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'not-now', detail },
    })
  })
})

it('what follows on a handoff whose template is not here keeps its answers to whoever takes over', async () => {
  const world = orgInProcess()
  const handoffId = await sentByAna(world)
  world.browser.signIn(ben.userId)
  const { ask, settled } = workerInProcess(world)
  valueOf(await ask('context.read', { opportunityId, fresh: true }))
  valueOf(await ask('handoff.accept', { handoffId, note: 'Mine', read: [], said: [] }))
  await settled()
  valueOf(await ask('context.read', { opportunityId, fresh: true }))
  const { answers } = valueOf(await ask('draft.start', { opportunityId }))
  const carried = Object.values(answers).flatMap((answer) =>
    answer.kind === 'given' && answer.provenance.from === 'previous-handoff' ? [answer] : [],
  )
  expect(carried).not.toEqual([])
  // Who was meant to read them stands in the template that is missing.
  expect(carried.filter(({ tier }) => tier !== 'recipient')).toEqual([])
})
