import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { objectDescribeSchema } from '#demo/schema/describe-schema.ts'
import { prefill } from '#lib/handoff/prefill.ts'
import { ana, NOW, question, section, template } from '../handoff/builders.ts'
import { acmeSeed, acmeUsers, brightwater, gatewayTo, orgInProcess } from './org-in-process.ts'

/** The acme org with a field of its own that says which engineer a deal has. */
function withEngineer(engineer: string) {
  const seed = acmeSeed()
  const json: unknown = JSON.parse(readFileSync('demo/standard/describe/Opportunity.json', 'utf8'))
  const standard = objectDescribeSchema.parse(json)
  const name = 'Engineer__c'
  const field = { name, type: 'reference', referenceTo: ['User'], relationshipName: 'Engineer__r' }
  const deals = (seed.records?.['Opportunity'] ?? []).map((row) =>
    Object.assign({}, row, { [name]: engineer }),
  )
  return {
    ...seed,
    describes: [
      ...(seed.describes ?? []).filter((one) => one.name !== 'Opportunity'),
      { ...standard, fields: [...(standard.fields ?? []), field] },
    ],
    records: { ...seed.records, Opportunity: deals },
  }
}

it('a question about a person is filled from a lookup of the org’s own, whoever that is', async () => {
  const world = orgInProcess(withEngineer(acmeUsers.mara))
  world.browser.signIn(acmeUsers.ana)
  const { gateway } = gatewayTo(world)
  await gateway.context(world.org, brightwater)
  const { deal } = await gateway.context(world.org, brightwater)
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
