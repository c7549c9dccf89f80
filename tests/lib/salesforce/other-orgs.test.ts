import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { gatewayTo, orgInProcess } from './org-in-process.ts'
import { submission, submitted } from './plans.ts'

const paul = { userId: '005Nw00000004uNIAQ', name: 'Paul Ritter' }
const aylin = { userId: '005Nw00000005ywIAA', name: 'Aylin Şahin' }
const opportunityId = '006Nw00000006X8IAI'

/** Another org: German, with private opportunities, without teams, Chatter and products. */
function nordwind() {
  const world = orgInProcess(
    loadOrgFolder(join(import.meta.dirname, '../../../demo/orgs/nordwind')),
  )
  const as = ({ userId }: { userId: string }) => {
    world.browser.signIn(userId)
    const { gateway } = gatewayTo(world)
    const owner = { orgId: world.demo.state.file.orgId, userId }
    return { gateway, owner }
  }
  return { world, as }
}

/** Paul hands his deal over to Aylin, who may not see it. */
async function handedOver() {
  const { world, as } = nordwind()
  const { gateway, owner } = as(paul)
  const { deal } = await gateway.context(world.org, opportunityId)
  const plan = submission({
    opportunityId,
    unmodifiedSince: deal.lastModifiedAt,
    fieldChanges: [],
    commitments: [],
    events: [{ ...submitted, actor: paul }],
    handoff: { status: 'submitted', opportunityId, outgoing: paul, incoming: aylin },
    shareWith: [aylin],
  })
  const { handoffId } = await gateway.write(world.org, owner, plan)
  return { world, as, handoffId, plan, deal }
}

describe('an org with private opportunities', () => {
  it('is read in one call although it lacks teams and products', async () => {
    const { deal } = await handedOver()
    expect(deal).toMatchObject({ name: 'Wartungsplanung Hohe Geest', team: [], products: [] })
    expect(deal.activities.length).toBeGreaterThan(0)
  })

  it('lets a recipient who may not see the deal find and accept the handoff', async () => {
    const { world, as, handoffId, plan } = await handedOver()
    const { gateway, owner } = as(aylin)
    expect((await gateway.pending(world.org)).items).toMatchObject([{ id: handoffId }])
    const written = await gateway.write(world.org, owner, {
      ...plan,
      operationKey: 'op-2',
      handoffId,
      unmodifiedSince: null,
      packet: null,
      events: [
        {
          ...submitted,
          operationKey: 'op-2',
          kind: 'Accepted',
          fromStatus: 'submitted',
          toStatus: 'accepted',
          actor: aylin,
        },
      ],
      handoff: { status: 'accepted', decision: 'accepted' },
      opportunity: { status: 'accepted', readiness: null },
      shareWith: [],
    })
    expect(written).toMatchObject({
      handoffId,
      saved: { handoff: { status: 'accepted' }, deal: null },
    })
  })
})
