import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsUser } from '#lib/sync/needs-user.ts'
import { push } from '#lib/sync/push.ts'
import { type Fault, respond } from '../salesforce/org-in-process.ts'
import { anaSending, answerCut, answerLost, loginPage, requestLost, twice } from './sending.ts'

const faults: Readonly<Record<string, Fault>> = {
  answerLost,
  answerCut,
  requestLost,
  loginPage,
  twice,
  passes: (request, pass) => pass(request),
  busy: respond(503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }]),
  slowDown: respond(429, []),
  locked: respond(400, [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'locked' }]),
  limit: respond(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'used up' }]),
  refused: respond(400, [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'no' }]),
}

describe('whatever happens on the way', () => {
  it('there is at most one handoff, exactly one once it is called sent, and never a dead end', async () => {
    const anyFaults = fc.array(fc.constantFrom(...Object.keys(faults)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(anyFaults, fc.boolean(), async (names, restarts) => {
        const sending = await anaSending()
        const { world, clock, countOf, entry, newWorker } = sending
        world.faults.push(...names.flatMap((name) => faults[name] ?? []))
        for (let turn = 0; turn < names.length + 2; turn += 1) {
          const worker = restarts ? newWorker() : sending
          worker.clock.now = clock.now
          await push(worker.ports)
          expect(countOf('Handoff__c')).toBeLessThanOrEqual(1)
          clock.now += 15 * 60_000
        }
        const last = await entry()
        const isSent = last?.state === 'sent'
        expect(isSent || (last && needsUser(last) && last.trouble !== null)).toBe(true)
        expect(isSent ? countOf('Handoff_Event__c') : 1).toBe(1)
      }),
      { numRuns: 40 },
    )
  }, 240_000)
})
