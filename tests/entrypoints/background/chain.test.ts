// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { brief } from '#lib/handoff/brief.ts'
import type { Answer } from '#lib/handoff/answer.ts'
import { builtInTemplates } from '#lib/templates/all.ts'
import { acmeUsers, orgInProcess, type OrgInProcess } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, ben, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const patience = { timeout: 30_000 }

const sam = { userId: '005Hs00000008aUIAQ', name: 'Sam Okonkwo' }
const jonas = { userId: '005Hs00000007VvIAI', name: 'Jonas Lindqvist' }
/** Lumen Orchard's first meeting, found by Sam. */
const opportunityId = '006Hs0000000M1SIAU'
const bypass = { reason: 'The meeting is at noon', manager: mara }

const saying = (text: string, by = sam): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by,
  at: '2026-11-03T12:00:00.000Z',
})

type Person = typeof sam

/** Somebody's own computer. */
function desk(world: OrgInProcess, { userId }: Person) {
  world.browser.signIn(userId)
  return workerInProcess(world)
}

interface Sending {
  readonly to: Person
  readonly answers: Readonly<Record<string, Answer>>
  readonly opportunityId?: string
}

/** Writes a handoff of the deal and sends it. */
async function handOver(world: OrgInProcess, from: Person, sending: Sending) {
  const { ask, settled } = desk(world, from)
  const deal = { opportunityId: sending.opportunityId ?? opportunityId }
  const started = valueOf(await ask('draft.start', deal))
  const { key: draftKey } = started
  for (const [question, answer] of Object.entries(sending.answers))
    valueOf(await ask('draft.answer', { draftKey, question, answer }))
  const change = { recipient: sending.to, bypass }
  const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  return started
}

async function accept(world: OrgInProcess, who: Person, handoffId: string) {
  const { ask, settled } = desk(world, who)
  valueOf(await ask('handoff.accept', acceptance(handoffId, 'Good')))
  await settled()
}

const rowsIn = (world: OrgInProcess) =>
  world.demo
    .as(acmeUsers.mara)
    .query(
      'SELECT Id, Name, Type__c, Status__c, Previous_Handoff__c, Opportunity__c FROM Handoff__c ORDER BY Name',
    )

/** Sam's meeting, taken over by Jonas, who has won the deal since. */
async function won() {
  const world = orgInProcess()
  await handOver(world, sam, {
    to: jonas,
    answers: {
      'why.pain': saying('Rosters are planned on paper, twice a week'),
      'qual.process': saying('The board signs in December'),
    },
  })
  const [first] = rowsIn(world)
  await accept(world, jonas, String(first?.['Id']))
  const manager = world.demo.as(acmeUsers.mara)
  manager.update('Opportunity', opportunityId, { OwnerId: jonas.userId, StageName: 'Closed Won' })
  world.clock.now += 120_000
  return { world, first: { id: String(first?.['Id']), name: String(first?.['Name']) } }
}

describe('the next handoff of a deal', { timeout: 60_000 }, () => {
  it('starts from the one before it, and says so at each answer', patience, async () => {
    const { world, first } = await won()
    const { ask } = desk(world, jonas)
    const { template, answers } = valueOf(await ask('draft.start', { opportunityId }))
    expect(template.key).toBe('ae-csm')
    const from = {
      from: 'previous-handoff',
      handoffId: first.id,
      name: first.name,
      by: sam.name,
      at: '2026-11-03T12:00:00.000Z',
    }
    expect(answers['why.pain']).toMatchObject({
      value: { text: 'Rosters are planned on paper, twice a week' },
      provenance: from,
    })
    // Another question, the same letter of MEDDPICC.
    expect(answers['meddpicc.decisionProcess']).toMatchObject({
      value: { text: 'The board signs in December' },
      provenance: from,
    })
  })

  it(
    'names it in Salesforce and tells its recipient what has changed since',
    patience,
    async () => {
      const { world, first } = await won()
      await handOver(world, jonas, {
        to: ben,
        answers: { 'why.pain': saying('Rosters are planned in a sheet, every day', jonas) },
      })
      expect(rowsIn(world)).toMatchObject([
        { Type__c: 'SDR_AE', Status__c: 'Accepted', Previous_Handoff__c: null },
        { Type__c: 'AE_CSM', Status__c: 'Submitted', Previous_Handoff__c: first.id },
      ])
      const { ask } = desk(world, ben)
      const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
      // Ben was not a party to the first one, and may not see it.
      expect(context?.handoffs.map(({ kind }) => kind)).toEqual(['ae-csm'])
      const [handoff] = context?.handoffs ?? []
      const template = builtInTemplates.find(({ key }) => key === 'ae-csm')
      if (!handoff?.packet || !template) throw new Error('There is nothing to read.')
      const { packet, name } = handoff
      const read = brief({ template, packet, name, about: handoff }, 'recipient')
      const changes = read.parts.find(({ heading }) => heading === 'changes')
      expect(changes?.lines.map(({ text }) => text).join('\n')).toContain(
        '(was: Rosters are planned on paper',
      )
      expect(handoff.summary).toContain('CHANGED SINCE THE PREVIOUS HANDOFF')
    },
  )

  it(
    'is a new one when an older one was declined before the deal was taken over',
    patience,
    async () => {
      const world = orgInProcess()
      await handOver(world, jonas, { to: ben, answers: {} })
      const decliner = desk(world, ben)
      const handoffId = String(rowsIn(world)[0]?.['Id'])
      const words = { comment: 'Not mine', questions: [] }
      valueOf(await decliner.ask('handoff.decline', { handoffId, reasons: ['OTHER'], ...words }))
      await decliner.settled()
      world.clock.now += 120_000
      await handOver(world, sam, { to: jonas, answers: {} })
      const second = rowsIn(world).find(({ Status__c }) => Status__c === 'Submitted')
      await accept(world, jonas, String(second?.['Id']))
      world.clock.now += 120_000
      const { ask } = desk(world, jonas)
      const { handoffId: mended } = valueOf(await ask('draft.start', { opportunityId }))
      expect(mended).toBe(null)
    },
  )

  it('stays in front when something is said of the one before it', patience, async () => {
    const { world, first } = await won()
    await handOver(world, jonas, { to: ben, answers: {} })
    const { ask, settled } = desk(world, jonas)
    const read = async () => {
      const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
      return context?.handoffs.map(({ kind }) => kind)
    }
    const shown = await read()
    const repeated = { handoffId: first.id, question: 'why.pain', note: 'In the kickoff' }
    valueOf(await ask('handoff.repeat', repeated))
    await settled()
    expect(await read()).toEqual(shown)
    expect(shown).toEqual(['ae-csm', 'sdr-ae'])
  })

  it('is what the deal tells of, whatever becomes of the one before it', patience, async () => {
    const { world, first } = await won()
    await handOver(world, jonas, { to: ben, answers: {} })
    const told = () => {
      const soql = `SELECT Handoff_Status__c FROM Opportunity WHERE Id = '${opportunityId}'`
      return world.demo.as(acmeUsers.mara).query(soql)
    }
    const { ask, settled } = desk(world, mara)
    valueOf(await ask('context.read', { opportunityId, fresh: true }))
    valueOf(await ask('handoff.complete', { handoffId: first.id, reason: 'It is won' }))
    await settled()
    expect(rowsIn(world).map(({ Status__c }) => Status__c)).toEqual(['Completed', 'Submitted'])
    expect(told()).toMatchObject([{ Handoff_Status__c: 'Submitted' }])
  })

  it(
    'of another deal of the account starts from what was last taken over there',
    patience,
    async () => {
      const world = orgInProcess()
      const brightwater = '006Hs0000000847IAA'
      const ana = { userId: acmeUsers.ana, name: 'Ana Ferreira' }
      await handOver(world, ana, {
        to: ben,
        opportunityId: brightwater,
        answers: { 'people.detractor': saying('The depot manager prefers paper', ana) },
      })
      const [first] = rowsIn(world)
      await accept(world, ben, String(first?.['Id']))
      const seats = '006Hs0000000OAaIAM'
      world.demo.as(ben.userId).update('Opportunity', seats, { StageName: 'Closed Won' })
      world.clock.now += 120_000
      const started = await handOver(world, ben, { to: jonas, opportunityId: seats, answers: {} })
      expect(started.answers['people.detractor']).toMatchObject({
        provenance: { from: 'previous-handoff', name: first?.['Name'], by: ana.name },
      })
      expect(rowsIn(world)[1]).toMatchObject({
        Opportunity__c: seats,
        Previous_Handoff__c: first?.['Id'],
      })
    },
  )
})
