import { describe, expect, it } from 'vitest'
import { acmeSeed, acmeUsers, brightwater, callsOf, gatewayTo, respond } from './org-in-process.ts'
import { promise, submission, submitted } from './plans.ts'
import { anaSubmitting, ben, owner } from './submitting.ts'

describe('carrying out a plan', () => {
  it('writes everything in one call', async () => {
    const { world, write, rows } = await anaSubmitting()
    const { handoffId } = await write()
    expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
    expect(
      rows(
        `SELECT Id, Status__c, Completeness__c, Incoming_Owner__c, Client_Key__c FROM Handoff__c`,
      ),
    ).toMatchObject([
      {
        Id: handoffId,
        Status__c: 'Submitted',
        Completeness__c: 82,
        Incoming_Owner__c: ben.userId,
        Client_Key__c: 'key-1',
      },
    ])
    expect(
      rows('SELECT Kind__c, Operation_Key__c, Handoff__c FROM Handoff_Event__c'),
    ).toMatchObject([{ Kind__c: 'Submitted', Operation_Key__c: 'op-1', Handoff__c: handoffId }])
    expect(rows('SELECT Words__c, State__c FROM Handoff_Commitment__c')).toMatchObject([
      { Words__c: 'Migration by March', State__c: 'Open' },
    ])
    expect(
      rows(`SELECT NextStep, Handoff_Status__c FROM Opportunity WHERE Id = '${brightwater}'`),
    ).toMatchObject([{ NextStep: 'New', Handoff_Status__c: 'Submitted' }])
  })

  it('tells in the same call what Salesforce holds now', async () => {
    const { write } = await anaSubmitting()
    const { saved, handoffId } = await write()
    expect(saved).toMatchObject({
      handoff: { id: handoffId, status: 'submitted', incoming: ben, name: expect.any(String) },
      deal: {
        fields: { 'Opportunity.NextStep': 'New', 'Opportunity.Handoff_Status__c': 'Submitted' },
        lastModifiedAt: '2026-11-23T12:00:00.000Z',
      },
    })
  })

  it('lets the recipient read it', async () => {
    const { write, rows, world } = await anaSubmitting()
    expect(rows('SELECT Id FROM Handoff__c', ben.userId)).toEqual([])
    const { handoffId } = await write()
    world.browser.signIn(ben.userId)
    const { gateway } = gatewayTo(world)
    const handoff = await gateway.handoff(world.org, handoffId)
    expect(handoff).toMatchObject({ status: 'submitted', incoming: ben, completeness: 0.82 })
    expect(handoff.packet).toEqual(submission().packet)
    const { items } = await gateway.pending(world.org)
    expect(items).toMatchObject([
      { id: handoffId, opportunityName: 'Brightwater Logistics – Planning Platform 2027' },
    ])
  })

  it('twice has the effect of once', async () => {
    const { write, rows } = await anaSubmitting()
    const first = await write()
    expect((await write()).handoffId).toBe(first.handoffId)
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
    expect(rows('SELECT Id FROM Handoff_Event__c')).toHaveLength(1)
    expect(rows('SELECT Id FROM Handoff_Commitment__c')).toHaveLength(1)
  })

  it('whose answer is lost can be settled by looking', async () => {
    const { world, write, gateway, plan } = await anaSubmitting()
    expect(await gateway.settle(world.org, owner, plan)).toBeNull()
    world.faults.push(async (request, pass) => {
      await pass(request)
      throw new TypeError('connection reset')
    })
    await expect(write()).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await gateway.settle(world.org, owner, plan)).toMatchObject({
      handoffId: expect.stringMatching(/^a/),
    })
  })

  it('is refused as a whole by a validation rule, with the rule’s words and field', async () => {
    const seed = acmeSeed()
    const rule = {
      object: 'Opportunity',
      formula: 'NextStep = "New"',
      message: 'Say it better',
      field: 'NextStep',
    }
    const { write, rows } = await anaSubmitting({
      ...seed,
      validationRules: [...(seed.validationRules ?? []), rule],
    })
    await expect(write()).rejects.toMatchObject({
      kind: 'rejected',
      message: 'Say it better',
      fields: ['Opportunity.NextStep'],
    })
    expect(rows('SELECT Id FROM Handoff__c')).toEqual([])
  })

  it('goes without the deal’s copy of the status where a rule closes the deal to everybody', async () => {
    const seed = acmeSeed()
    const rule = { object: 'Opportunity', formula: 'NOT(ISNEW())', message: 'Closed deals stay' }
    const { write, rows, plan } = await anaSubmitting({ ...seed, validationRules: [rule] })
    await expect(write()).rejects.toMatchObject({ message: 'Closed deals stay' })
    await write({ ...plan, fieldChanges: [] })
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
    expect(rows(`SELECT Handoff_Status__c FROM Opportunity WHERE Id = '${brightwater}'`)).toEqual([
      expect.objectContaining({ Handoff_Status__c: null }),
    ])
  })

  it('goes without the deal’s copy of the status while the deal is locked by an approval', async () => {
    const { write, rows, plan, world } = await anaSubmitting()
    const message = 'the entity is locked for editing'
    const refusal = { status: 400, errorCode: 'ENTITY_IS_LOCKED', message, headers: {} }
    const effect = { kind: 'error' as const, ...refusal, afterwards: false }
    const path = '/sobjects/Opportunity/'
    world.demo.faults.add({ path, method: 'PATCH', effect, after: 0, times: 9, probability: 1 })
    await expect(write()).rejects.toMatchObject({ kind: 'locked' })
    await write({ ...plan, fieldChanges: [] })
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
  })

  it('shares nothing where everybody may edit all handoffs, and Salesforce has nothing to share them with', async () => {
    const { org, ...seed } = acmeSeed()
    const sharing = { ...org.sharing, Handoff__c: 'ReadWrite' }
    const { write, rows } = await anaSubmitting({ ...seed, org: { ...org, sharing } })
    await write()
    expect(rows('SELECT Status__c FROM Handoff__c', ben.userId)).toMatchObject([
      { Status__c: 'Submitted' },
    ])
  })

  it('is refused as a whole when the opportunity was changed since', async () => {
    const { world, write, rows } = await anaSubmitting()
    world.demo.as(acmeUsers.mara).update('Opportunity', brightwater, { NextStep: 'Mara’s' })
    await expect(write()).rejects.toMatchObject({ kind: 'conflict' })
    expect(rows('SELECT Id FROM Handoff__c')).toEqual([])
    expect(rows(`SELECT NextStep FROM Opportunity WHERE Id = '${brightwater}'`)).toMatchObject([
      { NextStep: 'Mara’s' },
    ])
  })

  it('is refused for another user than the one who made it', async () => {
    const { world, write, rows } = await anaSubmitting()
    world.browser.signIn(acmeUsers.mara)
    await expect(write()).rejects.toMatchObject({ kind: 'wrong-user' })
    expect(rows('SELECT Id FROM Handoff__c')).toEqual([])
  })

  it('names the field that is too long', async () => {
    const { write, plan } = await anaSubmitting()
    const row = { ...promise.row, toWhom: 'x'.repeat(300) }
    await expect(write({ ...plan, commitments: [{ ...promise, row }] })).rejects.toMatchObject({
      kind: 'rejected',
      fields: ['Handoff_Commitment__c.To_Whom__c'],
    })
  })

  it('stores text that looks like a reference as it was typed', async () => {
    const { write, plan, rows, gateway, world } = await anaSubmitting()
    const hostile = 'See @{handoff.id} and @{nonsense}, @{'
    const [change] = plan.fieldChanges
    const { handoffId } = await write({
      ...plan,
      handoff: { ...plan.handoff, summary: hostile },
      packet: {
        v: 1,
        template: { key: 'ae-csm', version: '1.0.0' },
        variant: 'standard',
        answers: {
          'why.us': {
            kind: 'unknown-asked',
            who: hostile,
            until: '',
            by: ben,
            at: '2026-11-23T12:00:00.000Z',
          },
        },
      },
      fieldChanges: change ? [{ ...change, after: hostile }] : [],
      commitments: [{ ...promise, row: { ...promise.row, words: hostile } }],
      events: [{ ...submitted, details: { note: hostile } }],
    })
    expect(rows(`SELECT NextStep FROM Opportunity WHERE Id = '${brightwater}'`)).toMatchObject([
      { NextStep: hostile },
    ])
    expect(rows('SELECT Words__c FROM Handoff_Commitment__c')).toMatchObject([
      { Words__c: hostile },
    ])
    const [event] = rows('SELECT Details__c FROM Handoff_Event__c')
    expect(JSON.parse(String(event?.['Details__c']))).toEqual({ note: hostile })
    const handoff = await gateway.handoff(world.org, handoffId)
    expect(handoff.summary).toBe(hostile)
    expect(handoff.packet?.answers['why.us']).toMatchObject({ who: hostile })
  })

  it('has happened even if such text cannot be set right afterwards', async () => {
    const { write, plan, world, rows } = await anaSubmitting()
    world.faults.push(
      (request, pass) => pass(request),
      respond(400, [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'no' }]),
    )
    await write({ ...plan, handoff: { ...plan.handoff, summary: 'Ask @{her}' } })
    expect(rows('SELECT Summary__c FROM Handoff__c')).toMatchObject([{ Summary__c: 'Ask @(her}' }])
  })
})

describe('looking for a colleague', () => {
  it('finds active people by name, mail or title, never oneself', async () => {
    const { world, gateway } = await anaSubmitting()
    const names = async (text: string) =>
      (await gateway.searchUsers(world.org, text)).map(({ name }) => name)
    expect(await names('kowal')).toEqual(['Ben Kowalski'])
    expect(await names('ana')).not.toContain('Ana Ferreira')
    expect(await names("'")).toEqual([])
    expect(await names('%')).toEqual([])
    expect(await names('manager')).toContain('Mara Delacroix')
  })
})
