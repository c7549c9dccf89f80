// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeSeed, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft, benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

type World = Awaited<ReturnType<typeof anaWithDraft>>['world']

/** An admin takes a field from everybody's permission sets. */
function takeAway(world: World, field: string): void {
  const { permissionSets } = world.demo.state.grants
  for (const [key, set] of permissionSets) {
    const fields = [...set.fields].filter(([name]) => name !== field.toLowerCase())
    permissionSets.set(key, { ...set, fields: new Map(fields) })
  }
}

const ownFields = [
  'Handoff__c.Decision_Due_At__c',
  'Handoff__c.Incoming_Owner__c',
  'Handoff__c.Outgoing_Owner__c',
]

describe('a field that is needed and was taken from the user', () => {
  it.each(ownFields)('%s is named in the place of an inbox', async (field) => {
    const { ask, world } = await benWithHandoff()
    takeAway(world, field)
    const inbox = await ask('inbox.read', { fresh: true })
    expect(inbox).toMatchObject({
      trouble: { kind: 'no-permission', detail: '', fields: [field] },
    })
  })

  it.each([...ownFields.slice(1), 'Handoff__c.Submitted_At__c', 'Handoff_Event__c.Details__c'])(
    '%s is named in the place of an overview',
    async (field) => {
      const { ask, world } = await benWithHandoff()
      takeAway(world, field)
      const overview = await ask('overview.read', { scope: 'team', days: 90, fresh: true })
      expect(overview).toMatchObject({
        trouble: { kind: 'no-permission', detail: '', fields: [field] },
      })
    },
  )

  it.each(['Handoff__c.Client_Key__c', 'Handoff__c.Payload__c', 'Handoff_Event__c.Details__c'])(
    '%s is named where a handoff is kept from being sent, and the draft is kept',
    async (field) => {
      const ana = await anaWithDraft({ ...acmeSeed(), validationRules: [] })
      takeAway(ana.world, field)
      valueOf(await ana.submit())
      await ana.settled()
      expect(await ana.ask('outbox.read', { opportunityId: brightwater })).toMatchObject([
        { state: 'needs-attention', trouble: { kind: 'no-permission', fields: [field] } },
      ])
    },
  )
})
