import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { acmeUsers, brightwater, type Fault } from '../salesforce/org-in-process.ts'
import { anaSending } from './sending.ts'

const MINUTE = 60_000

const refusalOf = (referenceId: string) => {
  const isDeal = referenceId === 'opportunity'
  const errorCode = isDeal ? 'ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE' : 'PROCESSING_HALTED'
  const body = [{ errorCode, message: 'The transaction was rolled back.' }]
  return { body, httpHeaders: {}, httpStatusCode: isDeal ? 412 : 400, referenceId }
}

/**
 * What an org answers whose flow changes the opportunity as soon as the handoff is there: a condition on the
 * opportunity, which is written after it, is never met.
 */
const touched: Fault = async (request) => {
  const { compositeRequest } = await request.json()
  const parts: { readonly referenceId: string }[] = compositeRequest
  const compositeResponse = parts.map(({ referenceId }) => refusalOf(referenceId))
  return Response.json({ compositeResponse })
}

const unhindered: Fault = (request, pass) => pass(request)

describe('a handoff in an org that changes the opportunity along with it', () => {
  it('goes out, once', async () => {
    const sending = await anaSending()
    sending.world.faults.push(touched)
    await push(sending.ports)
    expect(await sending.entry()).toMatchObject({ state: 'sent', attempts: 2 })
    expect(sending.countOf('Handoff__c')).toBe(1)
    expect(
      sending.world.demo
        .as(acmeUsers.ana)
        .query(`SELECT NextStep, Handoff_Status__c FROM Opportunity WHERE Id = '${brightwater}'`),
    ).toMatchObject([{ NextStep: 'New', Handoff_Status__c: 'Submitted' }])
  })

  it('writes over nothing that a colleague has changed in between', async () => {
    const sending = await anaSending()
    const { world } = sending
    const overtaken: Fault = (request, pass) => {
      world.clock.now += MINUTE
      world.demo
        .as(acmeUsers.mara)
        .update('Opportunity', brightwater, { NextStep: 'Mara was here' })
      return pass(request)
    }
    world.faults.push(touched, unhindered, overtaken)
    await push(sending.ports)
    expect(await sending.entry()).toMatchObject({
      state: 'conflict',
      trouble: { detail: 'Somebody else has changed the opportunity meanwhile.' },
      conflicts: [{ path: 'Opportunity.NextStep', mine: 'New', theirs: 'Mara was here' }],
    })
    expect(sending.countOf('Handoff__c')).toBe(0)
  })
})
