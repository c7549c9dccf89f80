// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { brightwater, callsOf, respond } from '../../lib/salesforce/org-in-process.ts'
import { answerLost } from '../../lib/sync/sending.ts'
import { anaWithDraft, ben } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const opportunityId = brightwater

describe('submitting', () => {
  it('is one call, and what it wrote is in Salesforce', async () => {
    const { submit, settled, world, rows, ask } = await anaWithDraft()
    expect(valueOf(await submit())).toMatchObject({ action: 'submit', attempts: 0 })
    await settled()
    expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
    expect(await ask('outbox.read', { opportunityId })).toMatchObject([
      { state: 'sent', handoffId: expect.stringMatching(/^a/), trouble: null },
    ])
    expect(
      rows(
        'SELECT Status__c, Incoming_Owner__c, Bypass_Reason__c, Decision_Due_At__c FROM Handoff__c',
      ),
    ).toMatchObject([
      {
        Status__c: 'Submitted',
        Incoming_Owner__c: ben.userId,
        Bypass_Reason__c: 'The kickoff is tomorrow',
        // Two business days after Monday noon.
        Decision_Due_At__c: '2026-11-25T12:00:00.000+0000',
      },
    ])
    expect(rows('SELECT Kind__c FROM Handoff_Event__c ORDER BY Kind__c')).toMatchObject([
      { Kind__c: 'Submitted' },
      { Kind__c: 'Bypassed' },
    ])
    const [row] = rows('SELECT Summary__c FROM Handoff__c')
    expect(row?.['Summary__c']).toContain('Ana Ferreira to Ben Kowalski')
    expect(await ask('draft.read', { opportunityId })).toBeNull()
  })

  it('shows the handoff at once, without asking Salesforce for it', async () => {
    const { submit, settled, world, ask, facts } = await anaWithDraft()
    await submit()
    await settled()
    expect(facts).toContainEqual({ fact: 'context-changed', opportunityId })
    callsOf(world)
    const context = valueOf(await ask('context.read', { opportunityId, fresh: true }))
    expect(context?.handoffs).toMatchObject([{ status: 'submitted', incoming: ben }])
    expect(context?.deal.fields['Opportunity.Handoff_Status__c']).toBe('Submitted')
    expect(callsOf(world)).toEqual([])
  })

  it('is seen anew by a panel that opens at once, because the recipient may have been quicker', async () => {
    const { submit, settled, world, ask, rows } = await anaWithDraft()
    await submit()
    await settled()
    const [row] = rows('SELECT Id FROM Handoff__c')
    const declined = { Status__c: 'Rejected', Reject_Reason__c: 'CAPACITY' }
    world.demo.as(ben.userId).update('Handoff__c', String(row?.['Id']), declined)
    const read = { opportunityId, fresh: true, opening: true }
    const context = valueOf(await ask('context.read', read))
    expect(context?.handoffs).toMatchObject([{ status: 'declined' }])
  })

  it('is not taken back by an answer that Salesforce gave before it', async () => {
    const { submit, settled, world, ask } = await anaWithDraft()
    const hold = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    world.faults.push(async (request, pass) => {
      const answer = await pass(request)
      asked.resolve()
      await hold.promise
      return answer
    })
    const early = ask('context.read', { opportunityId, fresh: true, opening: true })
    await asked.promise
    await submit()
    await settled()
    hold.resolve()
    const submitted = [{ status: 'submitted', incoming: ben }]
    expect(valueOf(await early)?.handoffs).toMatchObject(submitted)
    for (const fresh of [false, true]) {
      const context = valueOf(await ask('context.read', { opportunityId, fresh }))
      expect(context?.handoffs).toMatchObject(submitted)
    }
  })

  it('twice is once', async () => {
    const { submit, settled, rows } = await anaWithDraft()
    const [first, second] = await Promise.all([submit(), submit()])
    expect(valueOf(second).operationKey).toBe(valueOf(first).operationKey)
    expect(valueOf(await submit()).operationKey).toBe(valueOf(first).operationKey)
    await settled()
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })

  it('is refused for a draft that was changed since it was reviewed', async () => {
    const { ask, draftKey, revision } = await anaWithDraft()
    await ask('draft.change', { draftKey, change: { variant: 'express' } })
    expect(await ask('handoff.submit', { draftKey, revision })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'not-now' },
    })
    expect(await ask('draft.read', { opportunityId })).not.toBeNull()
  })

  it('is refused while something blocks, and the draft stays', async () => {
    const { ask, draftKey } = await anaWithDraft()
    const { revision } = valueOf(await ask('draft.change', { draftKey, change: { bypass: null } }))
    expect(await ask('handoff.submit', { draftKey, revision })).toMatchObject({
      outcome: 'trouble',
      trouble: { kind: 'not-now', detail: expect.stringMatching(/\.$/) },
    })
    expect(await ask('draft.read', { opportunityId })).not.toBeNull()
  })

  it('is refused to a manager too where the company says so', async () => {
    const { submit, browser } = await anaWithDraft()
    browser.managed['bypass'] = 'never'
    expect(await submit()).toMatchObject({ outcome: 'trouble', trouble: { kind: 'not-now' } })
  })

  it('without a network is queued, and goes out when there is one', async () => {
    const { submit, settled, world, ask, rows } = await anaWithDraft()
    world.faults.push(async () => {
      throw new TypeError('Failed to fetch')
    })
    await submit()
    await settled()
    expect(await ask('outbox.read', {})).toMatchObject([{ state: 'unknown' }])
    world.clock.now += 60_000
    const item = valueOf(
      await ask('outbox.retry', {
        operationKey: (await ask('outbox.read', {}))[0]?.operationKey ?? '',
      }),
    )
    expect(item.action).toBe('submit')
    await settled()
    expect(await ask('outbox.read', {})).toMatchObject([{ state: 'sent' }])
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })

  it('whose worker dies before it has heard the answer is settled by the next one', async () => {
    const { submit, settled, world, browser, rows } = await anaWithDraft()
    world.faults.push(answerLost)
    await submit()
    await settled()
    world.clock.now += 60_000
    const next = workerInProcess(world, browser)
    await push(next.office.outbox)
    expect(await next.ask('outbox.read', {})).toMatchObject([{ state: 'sent' }])
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })

  it('that waits behind one that is refused goes out as soon as that is given up', async () => {
    const { submit, settled, world, ask, rows } = await anaWithDraft()
    await submit()
    await settled()
    const [row] = rows('SELECT Id FROM Handoff__c')
    await ask('context.read', { opportunityId, fresh: true })
    const place = { question: null, section: 'deal', mentioned: [], followUp: null }
    const about = { handoffId: String(row?.['Id']), ...place }
    world.faults.push(
      respond(400, [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not today' }]),
    )
    const first = valueOf(await ask('handoff.comment', { ...about, body: 'Not this' }))
    await settled()
    valueOf(await ask('handoff.comment', { ...about, body: 'But this' }))
    await settled()
    const comments = () => rows('SELECT Body__c FROM Handoff_Comment__c')
    expect(comments()).toEqual([])
    const choice = { as: 'back-to-draft' } as const
    await ask('outbox.resolve', { operationKey: first.operationKey, choice })
    await settled()
    expect(comments()).toMatchObject([{ Body__c: 'But this' }])
  })

  it('that Salesforce refuses can be taken back to the draft with nothing lost', async () => {
    const { submit, settled, world, ask, draftKey } = await anaWithDraft()
    const before = await ask('draft.read', { opportunityId })
    world.faults.push(
      respond(400, [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not today' }]),
    )
    const { operationKey } = valueOf(await submit())
    await settled()
    expect(await ask('outbox.read', {})).toMatchObject([
      { state: 'needs-attention', trouble: { detail: 'Not today' } },
    ])
    await ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } })
    expect(await ask('draft.read', { opportunityId })).toMatchObject({
      key: draftKey,
      answers: before?.answers,
      recipient: ben,
    })
    expect(await ask('outbox.read', {})).toEqual([])
  })
})
