// @vitest-environment node
import { expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import {
  acmeUsers,
  brightwater as opportunityId,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { ben, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

it('a template is not removed before what was written with it is in Salesforce: it may come back to be mended', async () => {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const { ask, office, settled } = workerInProcess(world)
  const reference = { key: 'acme', version: '1.0.0' }
  await ask('template.import', { text: JSON.stringify({ ...aeCsm, ...reference }) })
  const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
  const change = { recipient: ben, bypass: { reason: 'The kickoff is tomorrow', manager: mara } }
  const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
  world.network.isUp = false
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  expect(await ask('draft.read', { opportunityId })).toBeNull()
  expect(await ask('template.remove', reference)).toMatchObject({
    trouble: { kind: 'not-now', detail: expect.stringContaining('One draft') },
  })
  world.network.isUp = true
  world.clock.now += 600_000
  await push(office.outbox)
  await settled()
  valueOf(await ask('template.remove', reference))
})
