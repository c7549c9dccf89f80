// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Answer } from '#lib/handoff/answer.ts'
import { acmeUsers, brightwater, respond } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft, ben, benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const opportunityId = brightwater
const ana = { userId: acmeUsers.ana, name: 'Ana Ferreira' }
const saying = (text: string): Answer => ({
  kind: 'given',
  value: { type: 'text', text },
  provenance: { from: 'typed' },
  evidence: [],
  by: ana,
  at: '2026-11-23T12:00:00.000Z',
})
const patience = { timeout: 30_000 }

/** Ana, who was asked about an answer of her handoff and has changed it. */
async function anaMending() {
  const { ask, settled, ana: hers, ...desk } = await benWithHandoff()
  const asked = [{ question: 'why.us', section: null, body: 'Which month?' }]
  valueOf(await ask('handoff.ask', { handoffId: desk.handoffId, asked }))
  await settled()
  desk.world.browser.signIn(acmeUsers.ana)
  await hers.ask('context.read', { opportunityId, fresh: true, opening: true })
  const { key: draftKey } = valueOf(await hers.ask('draft.start', { opportunityId }))
  const answer = saying('Four days in June')
  valueOf(await hers.ask('draft.answer', { draftKey, question: 'why.us', answer }))
  return { ...desk, hers, draftKey, answer }
}

describe('a handoff after it was sent', () => {
  it(
    'comes back as a draft when something was asked, and settles the question when sent again',
    patience,
    async () => {
      const { ask, settled, ana: hers, handoffId, rows, world } = await benWithHandoff()
      const asked = [{ question: 'why.us', section: null, body: 'Which month?' }]
      valueOf(await ask('handoff.ask', { handoffId, asked }))
      await settled()
      world.browser.signIn(acmeUsers.ana)
      valueOf(await hers.ask('context.read', { opportunityId, fresh: true, opening: true }))
      const draft = valueOf(await hers.ask('draft.start', { opportunityId }))
      expect(draft).toMatchObject({ handoffId, key: hers.draftKey, recipient: ben })
      const change = {
        draftKey: draft.key,
        question: 'why.us',
        answer: saying('Four days in June'),
      }
      valueOf(await hers.ask('draft.answer', change))
      const bypass = { reason: 'The kickoff is tomorrow', manager: ben }
      const { revision } = valueOf(
        await hers.ask('draft.change', { draftKey: draft.key, change: { bypass } }),
      )
      valueOf(await hers.ask('handoff.submit', { draftKey: draft.key, revision }))
      await hers.settled()
      expect(rows('SELECT Status__c, Resubmission_Count__c FROM Handoff__c')).toMatchObject([
        { Status__c: 'Submitted', Resubmission_Count__c: 1 },
      ])
      const open =
        "SELECT Id FROM Handoff_Comment__c WHERE Kind__c = 'Clarification' AND Resolved_At__c = null"
      expect(rows(open)).toEqual([])
    },
  )

  it(
    'is mended where Salesforce refused what was mended, not in a second draft',
    patience,
    async () => {
      const { hers, draftKey, answer, handoffId, world } = await anaMending()
      const change = { bypass: { reason: 'The kickoff is tomorrow', manager: ben } }
      const { revision } = valueOf(await hers.ask('draft.change', { draftKey, change }))
      const errorCode = 'FIELD_CUSTOM_VALIDATION_EXCEPTION'
      world.faults.push(respond(400, [{ errorCode, message: 'No handoffs in June.', fields: [] }]))
      valueOf(await hers.ask('handoff.submit', { draftKey, revision }))
      await hers.settled()
      const waiting = () => hers.ask('outbox.read', { opportunityId })
      expect((await waiting()).at(-1)).toMatchObject({ state: 'needs-attention' })
      const again = valueOf(await hers.ask('draft.start', { opportunityId }))
      expect(again).toMatchObject({ key: draftKey, handoffId })
      expect(again.answers['why.us']).toEqual(answer)
      expect((await waiting()).map(({ state }) => state)).toEqual(['sent'])
    },
  )

  it('goes out as a new one when it was deleted while it was mended', patience, async () => {
    const { hers, draftKey, handoffId, rows, world } = await anaMending()
    world.demo.as('005Hs0000000AjcIAE').remove('Handoff__c', handoffId)
    const change = { bypass: { reason: 'The kickoff is tomorrow', manager: ben } }
    const send = async () => {
      const { revision } = valueOf(await hers.ask('draft.change', { draftKey, change }))
      valueOf(await hers.ask('handoff.submit', { draftKey, revision }))
      await hers.settled()
      return hers.ask('outbox.read', { opportunityId })
    }
    const refused = (await send()).find(({ state }) => state === 'conflict')
    expect(refused?.trouble?.detail).toContain('was deleted')
    const operationKey = String(refused?.operationKey)
    await hers.ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } })
    world.clock.now += 10_000
    await hers.ask('context.read', { opportunityId, fresh: true })
    await send()
    const sent = rows('SELECT Id, Status__c, Payload__c FROM Handoff__c')
    expect(sent).toMatchObject([
      { Status__c: 'Submitted', Payload__c: expect.stringContaining('Four days in June') },
    ])
    expect(sent[0]?.['Id']).not.toBe(handoffId)
    expect(rows('SELECT Kind__c FROM Handoff_Event__c')).toMatchObject([
      { Kind__c: 'Submitted' },
      { Kind__c: 'Bypassed' },
    ])
  })

  it('is the start of the next draft when it was withdrawn', patience, async () => {
    const { ask, draftKey, settled, rows } = await anaWithDraft()
    const answer = saying('Rosters are planned on paper')
    valueOf(await ask('draft.answer', { draftKey, question: 'why.us', answer }))
    const stored = await ask('draft.read', { opportunityId })
    valueOf(await ask('handoff.submit', { draftKey, revision: stored?.revision ?? 0 }))
    await settled()
    const [row] = rows('SELECT Id FROM Handoff__c')
    valueOf(await ask('handoff.withdraw', { handoffId: String(row?.['Id']) }))
    await settled()
    const draft = valueOf(await ask('draft.start', { opportunityId }))
    expect(draft.answers['why.us']).toEqual(answer)
    expect(draft).toMatchObject({ handoffId: null, recipient: ben })
    expect(draft.key).not.toBe(draftKey)
  })

  it('reminds the recipient by a task, and by news that is told once', patience, async () => {
    const { ana: hers, handoffId, rows, world } = await benWithHandoff()
    world.browser.signIn(acmeUsers.ana)
    valueOf(await hers.ask('handoff.remind', { handoffId, words: 'Kickoff is on Monday' }))
    await hers.settled()
    expect(rows('SELECT Chase_Count__c, Status__c FROM Handoff__c')).toMatchObject([
      { Chase_Count__c: 1, Status__c: 'Submitted' },
    ])
    const tasks = `SELECT OwnerId, ActivityDate, Description FROM Task WHERE WhatId = '${handoffId}'`
    expect(rows(tasks)).toMatchObject([
      { OwnerId: ben.userId, Description: expect.stringContaining('Kickoff is on Monday') },
    ])
  })
})
