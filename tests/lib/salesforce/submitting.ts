import type { Plan } from '#lib/handoff/plan.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  gatewayTo,
  orgInProcess,
} from './org-in-process.ts'
import { submission } from './plans.ts'

export const ben = { userId: '005Hs00000009f3IAA', name: 'Ben Kowalski' }
export const owner = { orgId: '00DHs000002aKqMMAU', userId: acmeUsers.ana }

/** Ana, about to hand Brightwater over to Ben. */
export async function anaSubmitting(seed = acmeSeed()) {
  const world = orgInProcess(seed)
  world.browser.signIn(acmeUsers.ana)
  const { gateway } = gatewayTo(world)
  const { deal } = await gateway.context(world.org, brightwater)
  callsOf(world)
  const base = submission()
  const plan = submission({
    unmodifiedSince: deal.lastModifiedAt,
    handoff: { ...base.handoff, accountId: deal.accountId, incoming: ben },
    shareWith: [ben],
  })
  const write = (given: Plan = plan) => gateway.write(world.org, owner, given)
  const rows = (soql: string, userId = acmeUsers.ana) => world.demo.as(userId).query(soql)
  return { world, gateway, plan, write, rows }
}
