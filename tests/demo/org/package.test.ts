import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createOrg } from '#demo/org/org.ts'

const folder = join(import.meta.dirname, '../../../demo/orgs/acme')
const org = createOrg(loadOrgFolder(folder), { now: () => new Date(), random: () => 0.5 })

describe('an org with the package', () => {
  it.each(['Handoff_Events__r', 'Handoff_Comments__r', 'Handoff_Commitments__r'])(
    'reads %s below a handoff, although the files name the children first',
    (children) => {
      const user = org.as(org.state.file.users[0]?.id ?? '')
      const names = user
        .describe('Handoff__c')
        ?.childRelationships.map(({ relationshipName }) => relationshipName)
      expect(names).toContain(children)
    },
  )
})
