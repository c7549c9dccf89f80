import { describe, expect, it } from 'vitest'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { deal, people, refusalOf, smallOrg } from '../small-org.ts'

const sees = (org: ReturnType<typeof smallOrg>['org'], userId: string) =>
  org.as(userId).query('SELECT Id FROM Opportunity').length

const inRole = (id: string, role: string) => ({ id, username: id, name: `U ${role}`, role })

const user = (id: string, permissionSets: string[], profile = 'Standard User') => ({
  id,
  username: id,
  name: `User ${id}`,
  profile,
  permissionSets,
})

describe('who sees a deal of somebody else', () => {
  it.each([
    ['Private', 0, 1, 1],
    ['Read', 1, 1, 1],
    ['ReadWrite', 1, 1, 1],
  ])('with the default %s: a colleague %i, the manager %i, an administrator %i', (...row) => {
    const [sharing, ...expected] = row
    const { org } = smallOrg({ org: { sharing: { Opportunity: sharing } } })
    org.as(people.seller).create('Opportunity', deal)
    const found = [people.other, people.manager, people.admin].map((userId) => sees(org, userId))
    expect(found).toEqual(expected)
  })

  it('a colleague it is shared with, until it is taken back', () => {
    const { org } = smallOrg({ org: { sharing: { Opportunity: 'Private' } } })
    const seller = org.as(people.seller)
    const id = seller.create('Opportunity', deal)
    const share = { OpportunityId: id, UserOrGroupId: people.other, OpportunityAccessLevel: 'Edit' }
    seller.create('OpportunityShare', share)
    expect(sees(org, people.other)).toBe(1)
    org.as(people.other).update('Opportunity', id, { NextStep: 'x' })
    const again = () => org.as(people.other).create('OpportunityShare', share)
    expect(refusalOf(again).code).toBe('INSUFFICIENT_ACCESS_OR_READONLY')
  })

  // The text as orgs answer it for objects that everybody may edit.
  it.each([
    [
      'Read',
      'Read',
      'FIELD_INTEGRITY_EXCEPTION',
      'trivial share level Read, for organization with',
    ],
    [
      'ReadWrite',
      'Edit',
      'FIELD_INTEGRITY_EXCEPTION',
      'trivial share level Edit, for organization',
    ],
    ['Private', 'All', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'bad value for restricted'],
  ])(
    'with the default %s nobody by a share of %s',
    (sharing, OpportunityAccessLevel, code, text) => {
      const { org } = smallOrg({ org: { sharing: { Opportunity: sharing } } })
      const seller = org.as(people.seller)
      const shared = { OpportunityId: seller.create('Opportunity', deal), OpportunityAccessLevel }
      const refusal = refusalOf(() =>
        seller.create('OpportunityShare', { ...shared, UserOrGroupId: people.other }),
      )
      expect(refusal).toMatchObject({ code, fields: ['OpportunityAccessLevel'] })
      expect(refusal.text).toContain(text)
    },
  )

  it('a role above, however far', () => {
    const roles = [
      { Id: '00E000000000001', Name: 'Head', ParentRoleId: null },
      { Id: '00E000000000002', Name: 'Lead', ParentRoleId: '00E000000000001' },
      { Id: '00E000000000003', Name: 'Rep', ParentRoleId: '00E000000000002' },
    ]
    const { org } = smallOrg({
      records: { UserRole: roles },
      org: {
        sharing: { Opportunity: 'Private' },
        users: [
          inRole(people.seller, 'Rep'),
          inRole(people.other, 'Lead'),
          inRole(people.manager, 'Head'),
        ],
      },
    })
    org.as(people.seller).create('Opportunity', deal)
    org.as(people.manager).create('Opportunity', deal)
    expect([people.seller, people.other, people.manager].map((id) => sees(org, id))).toEqual([
      1, 1, 2,
    ])
  })

  it('details follow the deal', () => {
    const { org } = smallOrg({ org: { sharing: { Opportunity: 'Private' } } })
    const seller = org.as(people.seller)
    const OpportunityId = seller.create('Opportunity', deal)
    seller.create('OpportunityCompetitor', { OpportunityId, CompetitorName: 'Rival' })
    const other = org.as(people.other)
    expect(other.query('SELECT Id FROM OpportunityCompetitor')).toEqual([])
    const add = () => other.create('OpportunityCompetitor', { OpportunityId, CompetitorName: 'x' })
    expect(refusalOf(add).code).toBe('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY')
  })
})

describe('the package', () => {
  const { metadata } = loadOrgFolder('demo/orgs/acme')
  const packaged = (packageInstalled = true) =>
    smallOrg({
      metadata,
      org: {
        switches: { packageInstalled },
        users: [
          user(people.seller, ['Segue User']),
          user(people.other, []),
          user(people.manager, ['Segue_User']),
          user(people.admin, [], 'System Administrator'),
        ],
      },
    }).org

  it('is invisible to whoever has no permission set, fields of the deal included', () => {
    const other = packaged().as(people.other)
    expect(other.describe('Handoff__c')).toBeUndefined()
    expect(other.describe('Handoff__Share')).toBeUndefined()
    const fields = other.describe('Opportunity')?.fields.map(({ name }) => name) ?? []
    expect(fields.filter((name) => name.endsWith('__c'))).toEqual([])
    expect(() => other.query('SELECT Handoff_Status__c FROM Opportunity')).toThrow(/No such column/)
    expect(() => other.query('SELECT Id FROM Handoff__c')).toThrow(/not supported/)
  })

  it('shows its objects, but not its fields, to an administrator without the permission set', () => {
    const admin = packaged().as(people.admin)
    const fields = admin.describe('Handoff__c')?.fields.map(({ name }) => name) ?? []
    expect(fields).toContain('Name')
    expect(fields).not.toContain('Summary__c')
  })

  it('is there for a user of the permission set, by its name or its label', () => {
    const org = packaged()
    for (const userId of [people.seller, people.manager]) {
      const fields = org
        .as(userId)
        .describe('Handoff__c')
        ?.fields.map(({ name }) => name)
      expect(fields).toContain('Status__c')
    }
    const children = org.as(people.seller).describe('Opportunity')?.childRelationships ?? []
    expect(children.map((one) => one.relationshipName)).toContain('Handoffs__r')
  })

  it('is not there at all in an org without it', () => {
    expect(packaged(false).state.schema.object('Handoff__c')).toBeUndefined()
  })

  it('keeps a handoff between its owner and whom it is shared with', () => {
    const org = packaged()
    const seller = org.as(people.seller)
    const Opportunity__c = seller.create('Opportunity', deal)
    const id = seller.create('Handoff__c', { Opportunity__c, Client_Key__c: 'k' })
    const rows = () => org.as(people.manager).query('SELECT Id FROM Handoff__c')
    expect(rows()).toEqual([])
    const share = { ParentId: id, UserOrGroupId: people.manager, AccessLevel: 'Edit' }
    expect(seller.create('Handoff__Share', share)).toBe(seller.create('Handoff__Share', share))
    expect(rows()).toHaveLength(1)
  })
})
