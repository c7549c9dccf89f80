import { describe, expect, it } from 'vitest'
import { people, refusalOf, smallOrg } from '../small-org.ts'

// The text as reported in SalesforceFoundation/EDA #849.
const refused = (field: string) => ({
  code: 'CIRCULAR_DEPENDENCY',
  fields: [field],
  text: 'attempt to violate hierarchy constraints',
})

describe('a hierarchy', () => {
  it('of accounts has nobody above itself', () => {
    const me = smallOrg().org.as(people.admin)
    const top = me.create('Account', { Name: 'Top' })
    const middle = me.create('Account', { Name: 'Middle', ParentId: top })
    const below = me.create('Account', { Name: 'Below', ParentId: middle })
    for (const ParentId of [top, middle, below]) {
      const turned = () => me.update('Account', top, { Name: 'Top', ParentId })
      expect(refusalOf(turned)).toEqual(refused('ParentId'))
    }
    me.update('Account', below, { ParentId: top })
  })

  it('of people has nobody above itself', () => {
    const me = smallOrg().org.as(people.admin)
    const turned = () => me.update('User', people.manager, { ManagerId: people.seller })
    expect(refusalOf(turned)).toEqual(refused('ManagerId'))
  })

  it('that came so in an org folder is not a reason to refuse other changes', () => {
    const [one, other] = ['001Hu00000A1111IAB', '001Hu00000A2222IAB']
    const records = {
      Account: [
        { Id: one, Name: 'One', ParentId: other },
        { Id: other, Name: 'Other', ParentId: one },
      ],
    }
    const me = smallOrg({ records }).org.as(people.admin)
    me.update('Account', one, { Phone: '1' })
    me.update('Account', one, { ParentId: null })
    expect(me.query('SELECT Id FROM Account WHERE ParentId = null')).toMatchObject([{ Id: one }])
  })

  it('of records of one’s own has none that is its own parent', () => {
    const fields = [
      { name: 'Id', type: 'id' },
      { name: 'Site__c', type: 'reference', referenceTo: ['Site__c'] },
    ]
    const me = smallOrg({ describes: [{ name: 'Site__c', fields }] }).org.as(people.admin)
    const site = me.create('Site__c', {})
    const turned = () => me.update('Site__c', site, { Site__c: site })
    expect(refusalOf(turned)).toEqual(refused('Site__c'))
  })
})
