import { describe, expect, it } from 'vitest'
import { openFolder, startOrgs } from '#demo/launch/start-orgs.ts'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createPages } from '#demo/pages/pages.ts'
import { folderOf } from './folder-of.ts'
import { warningsOf } from './warnings-of.ts'

const SELLER = '005xx0000012345'

describe('an org folder', () => {
  it.each([
    { files: { 'org.json': { name: 'X' } }, says: /is no org folder\. org\.json, myDomain: / },
    {
      files: { 'org.json': { myDomain: 'x' }, 'records/Account.json': {} },
      says: /records\/Account: .*array/,
    },
    { files: {}, says: /org\.json cannot be read: ENOENT/ },
    ...[
      { wrong: { myDomain: 'https://x.my.salesforce.com' }, says: /myDomain: .*such as acme/ },
      { wrong: { orgId: 'x' }, says: /org\.json, orgId: .*begins with 00D/ },
      { wrong: { packageNamespace: 'a b' }, says: /packageNamespace: .*such as acme/ },
      {
        wrong: { users: [{ id: '001xx0000012345', username: 'u', name: 'U' }] },
        says: /org\.json, users\.0\.id: .*begins with 005/,
      },
      {
        wrong: {
          users: [
            { id: SELLER, username: 'u', name: 'U' },
            { id: SELLER, username: 'v', name: 'V' },
          ],
        },
        says: /org\.json, users\.1\.id: another user has this id/,
      },
      {
        wrong: {
          users: [
            { id: SELLER, username: 'u@x', name: 'U' },
            { id: '005xx0000012346', username: 'U@x', name: 'V' },
          ],
        },
        says: /org\.json, users\.1\.username: another user has this user name/,
      },
      { wrong: { externalClientApps: [{}] }, says: /externalClientApps\.0\.consumerKey: / },
      { wrong: { switches: { insufficientAccessStatus: 42 } }, says: /insufficientAccessStatus: / },
      { wrong: { timeZone: 'Mars/X' }, says: /org\.json, timeZone: .*Europe\/Paris/ },
      { wrong: { locale: 'x' }, says: /org\.json, locale: .*en_GB/ },
      { wrong: { currency: 'EURO' }, says: /org\.json, currency: .*EUR/ },
      { wrong: { apiVersion: 'newest' }, says: /org\.json, apiVersion: .*67\.0/ },
      { wrong: { apiVersion: 30 }, says: /org\.json, apiVersion: .*67\.0; .*31\.0/ },
      { wrong: { relativeTo: 'today' }, says: /org\.json, relativeTo: / },
      { wrong: { sharing: { Case: 'Privat' } }, says: /org\.json, sharing\.Case: .*Private/ },
      {
        wrong: { users: [{ id: SELLER, username: 'u', name: 'U', timeZone: 'CEST' }] },
        says: /org\.json, users\.0\.timeZone: /,
      },
    ].map(({ wrong, says }) => ({ files: { 'org.json': { myDomain: 'x', ...wrong } }, says })),
    {
      files: { 'org.json': { myDomain: 'x' }, 'describe/Site__c.json': { name: 'Site__c' } },
      says: /describe\/Site__c\.json, fields: /,
    },
    {
      files: {
        'org.json': { myDomain: 'x' },
        'describe/A__c.json': { name: 'A__c', keyPrefix: 'a0A', fields: [] },
        'describe/B__c.json': { name: 'B__c', keyPrefix: 'a0A', fields: [] },
        'describe/C__c.json': { name: 'a__C', keyPrefix: 'a0C', fields: [] },
      },
      says: /C__c\.json, name: another file describes this object.*B__c\.json, keyPrefix: another object has this key prefix/,
    },
    {
      files: {
        'org.json': { myDomain: 'x' },
        'record-types.json': ['A', 'B'].map((name) => ({
          object: 'Case',
          name,
          id: '012xx0000012345',
        })),
      },
      says: /record-types\.json, 1\.id: another record type has this id/,
    },
    {
      files: { 'org.json': { myDomain: 'x' }, 'validation-rules.json': [{ object: 'Case' }] },
      says: /validation-rules\.json, 0\.formula: /,
    },
  ])('that cannot be used is refused in a sentence: $says', ({ files, says }) => {
    expect(() => loadOrgFolder(folderOf(files))).toThrow(says)
  })

  it.each([
    ['CloseDate', '2026-13-45', 'expected a date such as 2026-11-23, not 2026-13-45'],
    ['CreatedDate', 'yesterday', 'expected a date-time such as '],
    ['Amount', '1,000', 'expected a number, not 1,000'],
    ['IsPrivate', 'no', 'expected true or false, not no'],
    ['AccountId', 'Acme', 'expected an id of 15 or 18 characters, not Acme'],
    ['Id', 5, 'expected an id of 15 or 18 characters'],
    ['Id', '001xx0000012345', 'ids of Opportunity begin with 006, not as 001xx0000012345AAA does.'],
    ['Name', 5, 'expected a text, not 5'],
    ['StageName', ['Closed Won'], 'expected a text, not ["Closed Won"]'],
  ])('whose record has what is no value of %s is refused in a sentence', (field, value, says) => {
    const folder = folderOf({
      'org.json': { myDomain: 'x', relativeTo: '2026-01-01' },
      'records/Opportunity.json': [{ Name: 'A', [field]: value }],
    })
    expect(() => openFolder(folder)).toThrow(`records/Opportunity, 0.${field}: ${says}`)
  })

  it('whose records share an id is refused', () => {
    const folder = folderOf({
      'org.json': { myDomain: 'x' },
      'records/Account.json': ['001xx0000012345', '001xx0000012345AAA'].map((Id) => ({ Id })),
    })
    const says = 'records/Account, 1.Id: another record has this id, 001xx0000012345AAA.'
    expect(() => openFolder(folder)).toThrow(says)
  })

  it('is told of records and fields that nobody will find', () => {
    const files = {
      'org.json': { myDomain: 'x' },
      'records/Acount.json': [{ Name: 'A' }],
      'records/Account.json': [{ Name: 'A', Industri: 'Energy', Owner: { Name: 'Cher' } }],
      'records/OpportunityTeamMember.json': [{ TeamMemberRole: 'Lead' }],
    }
    expect(warningsOf(files)).toEqual([
      expect.stringContaining('Account has no field for: Industri.'),
      expect.stringContaining('the org has no object Acount.'),
    ])
  })

  it('is told of names in org.json that mean nothing', () => {
    const user = {
      id: SELLER,
      username: 'u',
      name: 'U',
      manager: 'Bob',
      permissionSets: ['Seeger'],
    }
    const files = {
      'org.json': {
        myDomain: 'x',
        switches: { teamselling: true, accountTeams: true },
        sharing: { opportunity: 'Private', Acount: 'Read', OpportunityTeamMember: 'Read' },
        profiles: [
          {
            name: 'Rep',
            objectPermissions: [{ object: 'opportunity' }, { object: 'Oportunity' }],
            fieldPermissions: [{ field: 'Opportunity.Amount' }, { field: 'Opportunity.Amont' }],
          },
        ],
        users: [user, { ...user, id: '005xx0000012346', username: 'v', manager: 'U' }],
      },
    }
    expect(warningsOf(files)).toEqual([
      'org.json, switches: there is no switch teamselling.',
      'org.json, sharing.opportunity: the object is called Opportunity.',
      'org.json, sharing: the org has no object Acount.',
      'org.json, profiles.0: the org has no object Oportunity.',
      'org.json, profiles.0: the org has no field Opportunity.Amont.',
      'org.json, users.0.manager: there is no user Bob.',
      'org.json, users.0.permissionSets: the org has no permission set Seeger.',
      'org.json, users.1.permissionSets: the org has no permission set Seeger.',
    ])
  })

  it('is told of fields that a profile hides and nobody can hide', () => {
    const fieldPermissions = [
      { field: 'Opportunity.CloseDate', readable: false },
      { field: 'Opportunity.StageName', readable: true, editable: true },
      { field: 'Opportunity.Amount', readable: false },
    ]
    const profiles = [{ name: 'Rep', fieldPermissions }]
    expect(warningsOf({ 'org.json': { myDomain: 'x', profiles } })).toEqual([
      'org.json, profiles.0: nobody can hide or lock Opportunity.CloseDate, which is required.',
    ])
  })

  it('is told of describes that are none', () => {
    const files = {
      'org.json': { myDomain: 'x' },
      'describe/Opportunity.json': {
        name: 'Opportunity',
        fields: [{ name: 'Sites__c', type: 'Number' }],
      },
      'describe/Site__c.json': {
        name: 'Site__c',
        custom: true,
        fields: [{ name: 'Depots__c', type: 'double' }],
      },
    }
    expect(warningsOf(files)).toEqual([
      expect.stringContaining('describe/Opportunity, Sites__c: describe names no type Number; '),
      expect.stringContaining('describe/Opportunity stands in the place of all fields'),
    ])
  })

  it('is told of lookups that lead nowhere', () => {
    const [account, contact] = ['001xx0000012345', '003xx0000012345']
    const deal = { StageName: 'Prospecting', CloseDate: '2026-12-31' }
    const files = {
      'org.json': { myDomain: 'x', users: [{ id: SELLER, username: 'u', name: 'U' }] },
      'records/Account.json': [{ Id: account, Name: 'A', OwnerId: SELLER }],
      'records/Contact.json': [{ Id: contact, LastName: 'C', AccountId: '001xx0000099999' }],
      'records/Opportunity.json': [
        { ...deal, Name: 'One', AccountId: account, OwnerId: SELLER },
        { ...deal, Name: 'Two', AccountId: contact },
        { ...deal, Name: 'Three', AccountId: null, OwnerId: '005xx0000099999' },
      ],
    }
    expect(warningsOf(files)).toEqual([
      'records/Contact, 0.AccountId: 001xx0000099999 leads to no record that the org has.',
      'records/Opportunity, 1.AccountId: 003xx0000012345 leads to no record that the org has, one of 2 such lookups of the file.',
    ])
  })

  it('of the same My Domain as another is refused', async () => {
    const folders = [1, 2].map(() => folderOf({ 'org.json': { myDomain: 'x' } }))
    const starting = startOrgs({ folders, port: 0, pages: createPages })
    await expect(starting).rejects.toThrow('of one My Domain: x.my.salesforce.com')
  })
})
