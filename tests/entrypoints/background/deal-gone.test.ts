// @vitest-environment node
import { expect, it } from 'vitest'
import { brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { benInTransition } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const admin = '005Hs0000000AjcIAE'

it('a step of a deal that was deleted meanwhile is done all the same, and seen where it was done', async () => {
  const { ask, handoffId, settled, world } = await benInTransition()
  world.demo.as(admin).remove('Opportunity', opportunityId)
  const change = { key: 'sync', status: 'done' as const, note: '' }
  valueOf(await ask('transition.milestone', { handoffId, change }))
  await settled()
  const sent = await ask('outbox.read', { opportunityId })
  expect(sent.map(({ action, state }) => [action, state])).toContainEqual(['milestone', 'sent'])
  const shown = valueOf(await ask('context.read', { opportunityId, fresh: false }))
  expect(shown?.handoffs).toMatchObject([{ id: handoffId, status: 'in-transition' }])
})
