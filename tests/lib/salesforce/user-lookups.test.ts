import { expect, it } from 'vitest'
import { prefill } from '#lib/handoff/prefill.ts'
import { ana, NOW, question, section, template } from '../handoff/builders.ts'
import {
  acmeSeed,
  acmeUsers,
  brightwater,
  callsOf,
  gatewayTo,
  orgInProcess,
} from './org-in-process.ts'

const field = `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
  <fullName>Engineer__c</fullName>
  <label>Engineer</label>
  <type>Lookup</type>
  <referenceTo>User</referenceTo>
  <relationshipName>Engineers</relationshipName>
</CustomField>`
const grant =
  '<fieldPermissions><editable>true</editable><field>Opportunity.Engineer__c</field><readable>true</readable></fieldPermissions>'

/** The acme org with a field of its own that says which engineer a deal has. */
function withEngineer(engineer: string) {
  const seed = acmeSeed()
  const deals = (seed.records?.['Opportunity'] ?? []).map((row) =>
    Object.assign({}, row, { Engineer__c: engineer }),
  )
  const granted = Object.entries(seed.metadata ?? {}).map(
    ([path, file]) => [path, file.replace('</PermissionSet>', `${grant}</PermissionSet>`)] as const,
  )
  const path = 'main/default/objects/Opportunity/fields/Engineer__c.field-meta.xml'
  return {
    ...seed,
    metadata: { ...Object.fromEntries(granted), [path]: field },
    records: { ...seed.records, Opportunity: deals },
  }
}

it('a question about a person is filled from a lookup of the org’s own, whoever that is', async () => {
  const world = orgInProcess(withEngineer(acmeUsers.mara))
  world.browser.signIn(acmeUsers.ana)
  const { gateway } = gatewayTo(world)
  const { deal } = await gateway.context(world.org, brightwater)
  expect(deal.fields['Opportunity.Engineer__r.Name']).toBe('Mara Delacroix')
  const asked = question({
    key: 'engineer',
    answer: { type: 'person' },
    prefill: [{ from: 'field', field: 'Opportunity.Engineer__c' }],
  })
  const answers = prefill(template([section([asked])]), deal, { by: ana, at: NOW })
  expect(answers['engineer']).toMatchObject({
    value: { type: 'person', userId: acmeUsers.mara, name: 'Mara Delacroix' },
  })
})

it('a lookup that leads to no users is told from those that do', async () => {
  const world = orgInProcess(withEngineer(acmeUsers.mara))
  world.browser.signIn(acmeUsers.ana)
  const { types } = await gatewayTo(world).gateway.context(world.org, brightwater)
  expect(types).toMatchObject({
    'Opportunity.Engineer__c': 'reference',
    'Opportunity.OwnerId': 'reference',
    'Opportunity.AccountId': 'lookup',
  })
})

it('a lookup costs a second call only once, when describe tells of it', async () => {
  const world = orgInProcess(withEngineer(acmeUsers.mara))
  world.browser.signIn(acmeUsers.ana)
  const { gateway } = gatewayTo(world)
  await gateway.context(world.org, brightwater)
  callsOf(world)
  const { deal } = await gateway.context(world.org, brightwater)
  expect(deal.fields['Opportunity.Engineer__r.Name']).toBe('Mara Delacroix')
  expect(callsOf(world)).toHaveLength(1)
})

it('a lookup that has been hidden since takes nothing else with it', async () => {
  const world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  const { gateway, shapes } = gatewayTo(world)
  await gateway.context(world.org, brightwater)
  for (const remembered of shapes.values()) {
    const { fields } = remembered.find(({ object }) => object === 'Opportunity')?.shape ?? {}
    const hidden = { ...fields?.['AccountId'], user: 'Engineer__r' }
    Object.assign(fields ?? {}, { Engineer__c: hidden })
  }
  const { deal } = await gateway.context(world.org, brightwater)
  expect(deal.contactRoles.length).toBeGreaterThan(0)
})
