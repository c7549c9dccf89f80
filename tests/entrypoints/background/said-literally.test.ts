// @vitest-environment node
import { expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import {
  brightwater as opportunityId,
  type Fault,
  respond,
} from '../../lib/salesforce/org-in-process.ts'
import { benInTransition } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const arrives: Fault = (request, pass) => pass(request)
const lockedRow = respond(400, [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'locked' }])
const usedUp = respond(403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests' }])

it.each([
  { name: 'a lock', fault: lockedRow },
  { name: 'the limit of calls', fault: usedUp },
])('a remark that looks like a reference stands as it was typed after $name', async ({ fault }) => {
  const { ask, handoffId, world, office, settled, rows } = await benInTransition()
  await ask('context.read', { opportunityId, fresh: true })
  const body = 'They merge by {{name}} and @{name}'
  const about = { handoffId, question: null, section: null, mentioned: [], followUp: null }
  world.faults.push(arrives, fault)
  const { operationKey } = valueOf(await ask('handoff.comment', { ...about, body }))
  await settled()
  // It has happened: nobody may take it back as if it had not.
  const states = await ask('outbox.read', { opportunityId })
  expect(states.find((one) => one.operationKey === operationKey)?.state).toBe('unknown')
  world.clock.now += 3_600_000
  await push(office.outbox)
  expect(rows('SELECT Body__c FROM Handoff_Comment__c')).toMatchObject([{ Body__c: body }])
})
