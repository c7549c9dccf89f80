import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { toLongId } from '#demo/org/ids.ts'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createOrg } from '#demo/org/org.ts'

const folder = fileURLToPath(new URL('../../../demo/orgs/acme', import.meta.url))
const seed = loadOrgFolder(folder)
const newcomer = {
  id: toLongId('005Hs00000NewAA'),
  username: 'new@acme.example',
  name: 'Nora Newcomer',
  active: true,
  permissionSets: [],
}
const org = createOrg(
  { ...seed, org: { ...seed.org, users: [...seed.org.users, newcomer] } },
  { now: () => new Date('2026-11-23T12:00:00Z'), random: () => 0.5 },
)
const member = seed.org.users.find((user) => user.permissionSets.includes('Segue_User'))

describe('what no permission set grants', () => {
  it.each([
    [
      'SELECT Handoff_Status__c FROM Opportunity',
      'INVALID_FIELD',
      "No such column 'Handoff_Status__c'",
    ],
    ["SELECT Id FROM Opportunity WHERE Handoff_Status__c = 'x'", 'INVALID_FIELD', 'No such column'],
    ['SELECT Id FROM Handoff__c', 'INVALID_TYPE', "sObject type 'Handoff__c' is not supported"],
    ['SELECT Id, (SELECT Id FROM Handoffs__r) FROM Opportunity', 'INVALID_TYPE', 'in FROM part'],
  ])('is refused as if it were not there: %s', (query, errorCode, message) => {
    expect(() => org.as(newcomer.id).query(query)).toThrow(
      expect.objectContaining({ errorCode, message: expect.stringContaining(message) }),
    )
    expect(() => org.as(member?.id ?? '').query(query)).not.toThrow()
  })

  it('is missing from FIELDS(ALL)', () => {
    const query = 'SELECT FIELDS(ALL) FROM Opportunity LIMIT 1'
    const keysFor = (userId: string): string[] => Object.keys(org.as(userId).query(query)[0] ?? {})
    expect(keysFor(newcomer.id)).toContain('StageName')
    expect(keysFor(newcomer.id)).not.toContain('Handoff_Status__c')
    expect(keysFor(member?.id ?? '')).toContain('Handoff_Status__c')
  })
})
