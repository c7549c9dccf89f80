import { describe, expect, it } from 'vitest'
import { toLongId } from '#demo/org/ids.ts'
import { people, refusalOf, smallOrg } from '../small-org.ts'

const ORG = '00DHu0000000001MAA'
const text = (name: string) => ({ name, type: 'string' })
const owner = {
  name: 'SetupOwnerId',
  type: 'reference',
  referenceTo: ['Organization', 'Profile', 'User'],
}

function orgWith(formula: string) {
  return smallOrg({
    org: { orgId: ORG, customLabels: { Stop_Word: 'Halt' } },
    describes: [
      {
        name: 'Bypass__c',
        keyPrefix: 'a0B',
        custom: true,
        customSetting: true,
        fields: [owner, { name: 'Skip__c', type: 'boolean' }, { name: 'Most__c', type: 'double' }],
      },
      { name: 'Rule__mdt', keyPrefix: 'm00', fields: ['DeveloperName', 'Word__c'].map(text) },
      {
        name: 'Zip__c',
        keyPrefix: 'a0Z',
        custom: true,
        fields: [...['Name', 'City__c'].map(text), { name: 'Cost__c', type: 'currency' }],
      },
    ],
    records: {
      Bypass__c: [
        { Id: toLongId('a0BHu0000000001'), SetupOwnerId: people.admin, Skip__c: true },
        { Id: toLongId('a0BHu0000000002'), SetupOwnerId: ORG, Skip__c: false, Most__c: 10 },
      ],
      Rule__mdt: [{ Id: toLongId('m00Hu0000000001'), DeveloperName: 'Main', Word__c: 'secret' }],
      Zip__c: [{ Id: toLongId('a0ZHu0000000001'), Name: '10115', City__c: 'Berlin', Cost__c: 5 }],
    },
    validationRules: [{ object: 'Account', formula, message: 'No.' }],
  }).org
}

const looked = (field: string) =>
  `VLOOKUP($ObjectType.Zip__c.Fields.${field}, $ObjectType.Zip__c.Fields.Name, BillingPostalCode)`

/** https://help.salesforce.com/s/articleView?id=platform.dev_understanding_global_variables.htm */
describe('a validation rule reads beyond the record', () => {
  it.each([
    ['Name = $Label.Stop_Word', { Name: 'Halt' }, { Name: 'Go' }],
    [
      'CONTAINS(Name, $CustomMetadata.Rule__mdt.Main.Word__c)',
      { Name: 'a secret' },
      { Name: 'a word' },
    ],
    [
      'NumberOfEmployees > $Setup.Bypass__c.Most__c',
      { Name: 'A', NumberOfEmployees: 11 },
      { Name: 'A', NumberOfEmployees: 10 },
    ],
    [
      `${looked('City__c')} <> BillingCity`,
      { Name: 'A', BillingPostalCode: '10115', BillingCity: 'Bonn' },
      { Name: 'A', BillingPostalCode: '10115', BillingCity: 'Berlin' },
    ],
    [
      `${looked('cost__c')} > AnnualRevenue`,
      { Name: 'A', BillingPostalCode: '10115', AnnualRevenue: 4 },
      { Name: 'A', BillingPostalCode: '10115', AnnualRevenue: 5 },
    ],
    ['ISBLANK(Site) && NOW() > $System.OriginDateTime', { Name: 'A' }, { Name: 'A', Site: 'B' }],
  ])('%s refuses %j and lets %j pass', (formula, refused, passing) => {
    const seller = orgWith(formula).as(people.seller)
    expect(refusalOf(() => seller.create('Account', refused)).text).toBe('No.')
    expect(seller.create('Account', passing)).toMatch(/^001/)
  })

  it('a custom setting of the user before that of the org, field by field', () => {
    const org = orgWith('AND(NOT($Setup.Bypass__c.Skip__c), $Setup.Bypass__c.Most__c = 10)')
    expect(refusalOf(() => org.as(people.seller).create('Account', { Name: 'A' })).text).toBe('No.')
    expect(org.as(people.admin).create('Account', { Name: 'A' })).toMatch(/^001/)
  })
})
