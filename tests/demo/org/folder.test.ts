import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFolder } from '#demo/launch/start-orgs.ts'
import { toLongId } from '#demo/org/ids.ts'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createOrg } from '#demo/org/org.ts'
import { one } from '../small-org.ts'
import { folderOf } from './folder-of.ts'

const SELLER = '005xx0000012345'
const SELLER_ID = toLongId(SELLER)
const DEAL = '006xx0000012345'

function orgOf(files: Readonly<Record<string, unknown>>) {
  const org = {
    myDomain: 'x--uat',
    unknown: 1,
    users: [
      { id: SELLER, username: 'u@x.example', name: 'Cher', permissionSets: ['Segue User', 'Nope'] },
      { id: '005xx0000012346', username: 'v@x.example', name: 'Jo Do', manager: 'u@x.example' },
    ],
  }
  const seed = loadOrgFolder(folderOf({ 'org.json': org, ...files }))
  return createOrg(seed, { now: () => new Date('2026-11-23T10:00:00Z'), random: () => 0.5 })
}

describe('an org folder', () => {
  it('needs no more than a My Domain and users, who are User rows then', () => {
    const org = orgOf({})
    const me = org.as(org.state.file.users[0]?.id ?? '')
    expect(org.hosts.my).toBe('x--uat.sandbox.my.salesforce.com')
    expect(one(me, "SELECT Manager.Name FROM User WHERE Name = 'Jo Do'")['Manager']).toMatchObject({
      Name: 'Cher',
    })
  })

  // https://help.salesforce.com/s/articleView?id=xcloud.admin_supported_locales.htm
  it.each([
    ['de_DE_EURO', '11/23/2026', '23.11.2026'],
    ['th_TH_TH', '11/23/2026', '23/11/2569'],
    ['zh_Hans_MY', '11/23/2026', '2026/11/23'],
    ['eo', '11/23/2026', '2026-11-23'],
  ])('takes the locale %s, also where Java names more than a country', (locale, before, after) => {
    const day = 'SELECT FORMAT(CloseDate) day FROM Opportunity'
    const deal = { Id: DEAL, Name: 'D', StageName: 'Prospecting', CloseDate: '2026-11-23' }
    const org = orgOf({ 'records/Opportunity.json': [deal] })
    const me = org.as(SELLER_ID)
    expect(one(me, day)).toMatchObject({ day: before })
    org.state.store.put('User', {
      ...org.state.store.table('User').get(SELLER_ID),
      LocaleSidKey: locale,
    })
    expect(one(me, day)).toMatchObject({ day: after })
    const users = [{ id: SELLER, username: 'u', name: 'U', locale }]
    const files = { 'org.json': { myDomain: 'x', locale, users } }
    expect(loadOrgFolder(folderOf(files)).org).toMatchObject({ locale })
  })

  it('fills in what a describe of its own leaves out', () => {
    const fields = [
      { name: 'Id', type: 'id' },
      { name: 'Deal__c', type: 'reference', referenceTo: ['Opportunity'] },
      { name: 'Unit_Price__c', type: 'currency' },
      { name: 'Number__c', type: 'double', scale: 0, externalId: true },
    ]
    const org = orgOf({
      'describe/Gadget__c.json': { name: 'Gadget__c', custom: true, fields },
      'records/Opportunity.json': [{ Id: DEAL, Name: 'Deal', OwnerId: SELLER }],
    })
    const me = org.as(org.state.file.users[0]?.id ?? '')
    const described = me.describe('Gadget__c')
    expect(described).toMatchObject({ label: 'Gadget', labelPlural: 'Gadgets', mruEnabled: false })
    expect(described?.fields).toMatchObject([
      { label: 'Id', soapType: 'tns:ID', createable: false },
      { label: 'Deal', soapType: 'tns:ID', relationshipName: 'Deal__r' },
      { label: 'Unit Price', soapType: 'xsd:double', precision: 18 },
      { label: 'Number', soapType: 'xsd:double', scale: 0, externalId: true },
    ])
    me.create('Gadget__c', { Deal__c: DEAL })
    const children = one(me, 'SELECT (SELECT Id FROM Gadgets__r), Name FROM Opportunity')
    expect(children).toMatchObject({ Gadgets__r: { totalSize: 1 } })
    expect(one(me, 'SELECT Deal__r.Name FROM Gadget__c')).toMatchObject({
      Deal__r: { Name: 'Deal' },
    })
  })

  it('gives its locale to the org, and to people who have none of their own', () => {
    const users = [
      { id: SELLER, username: 'u@x.example', name: 'Cher' },
      { id: '005xx0000012346', username: 'v@x.example', name: 'Jo Do', locale: 'sv_SE' },
    ]
    const org = orgOf({ 'org.json': { myDomain: 'x', locale: 'de_DE', users } })
    const me = org.as(org.state.file.users[0]?.id ?? '')
    expect(one(me, 'SELECT DefaultLocaleSidKey FROM Organization')).toMatchObject({
      DefaultLocaleSidKey: 'de_DE',
    })
    expect(me.query('SELECT LocaleSidKey FROM User ORDER BY Name')).toMatchObject([
      { LocaleSidKey: 'de_DE' },
      { LocaleSidKey: 'sv_SE' },
    ])
  })

  it('that says nothing of permission sets lets its people use the package', () => {
    const sets = (name: string) =>
      org
        .as(org.state.file.users[0]?.id ?? '')
        .query(
          `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Name = '${name}'`,
        )
    const org = orgOf({})
    expect(sets('Jo Do')).toMatchObject([{ PermissionSet: { Name: 'Segue_User' } }])
    expect(sets('Cher')).toHaveLength(1)
  })

  it('tells by its deals what a stage of its own is', () => {
    const deal = { OwnerId: SELLER, CloseDate: '2026-01-01' }
    const org = orgOf({
      'records/Opportunity.json': [
        { ...deal, Name: 'A', StageName: 'Gewonnen', IsWon: true, IsClosed: true },
        { ...deal, Name: 'B', StageName: 'Verloren', IsWon: false, IsClosed: true },
        { ...deal, Name: 'C', StageName: 'Verhandlung', IsWon: false, IsClosed: false },
        { ...deal, Name: 'D', StageName: 'Gewonnen' },
      ],
    })
    const me = org.as(org.state.file.users[0]?.id ?? '')
    const rows = me.query('SELECT Name, IsWon, Probability FROM Opportunity ORDER BY Name')
    expect(rows).toMatchObject([
      { IsWon: true, Probability: 100 },
      { IsWon: false, Probability: 0 },
      { IsWon: false, Probability: 50 },
      { IsWon: true, Probability: 100 },
    ])
  })

  it('may name the sandbox’s own label or leave it out', () => {
    const hosts = (myDomain: string) => orgOf({ 'org.json': { myDomain, users: [] } }).hosts.my
    expect(hosts('x--uat.sandbox')).toBe(hosts('x--uat'))
  })

  it('may be saved by an editor that puts a byte order mark before it', () => {
    const folder = folderOf({})
    writeFileSync(join(folder, 'org.json'), '\uFEFF{"myDomain":"X"}')
    expect(openFolder(folder).hosts.my).toBe('x.my.salesforce.com')
  })

  it('names of its stages only what is not usual', () => {
    const org = orgOf({
      'records/OpportunityStage.json': [
        { MasterLabel: 'Verhandlung' },
        { MasterLabel: 'Gewonnen', IsWon: true },
      ],
      'records/Opportunity.json': [{ Name: 'A', StageName: 'Gewonnen', CloseDate: '2026-01-01' }],
    })
    const me = org.as(org.state.file.users[0]?.id ?? '')
    const stages = 'SELECT ApiName, IsClosed, DefaultProbability FROM OpportunityStage'
    expect(me.query(`${stages} WHERE IsActive = true ORDER BY SortOrder`)).toMatchObject([
      { ApiName: 'Verhandlung', IsClosed: false, DefaultProbability: 50 },
      { ApiName: 'Gewonnen', IsClosed: true, DefaultProbability: 100 },
    ])
    expect(one(me, 'SELECT IsWon FROM Opportunity')).toMatchObject({ IsWon: true })
    const choices = me.describe('Opportunity')?.fields.find(({ name }) => name === 'StageName')
    expect(choices?.picklistValues.map(({ value }) => value)).toEqual(['Verhandlung', 'Gewonnen'])
  })

  it('gives an object of its own a key prefix where its describe has none', () => {
    const fields = [{ name: 'Id', type: 'id' }]
    const org = orgOf({
      'describe/A__c.json': { name: 'A__c', custom: true, fields },
      'describe/B__c.json': { name: 'B__c', custom: true, keyPrefix: 'a00', fields },
    })
    const me = org.as(org.state.file.users[0]?.id ?? '')
    expect([me.create('A__c', {}), me.create('B__c', {})]).toEqual([
      expect.stringMatching(/^a01/),
      expect.stringMatching(/^a00/),
    ])
  })

  it('may have records with short ids, attributes, nested records, none of it checked', () => {
    const org = orgOf({
      'records/Opportunity.json': [
        {
          attributes: { type: 'Opportunity', url: '/x' },
          Id: DEAL,
          Name: 'A',
          StageName: 'Verbal yes',
          CloseDate: '2026-01-01',
          Owner: { attributes: { type: 'User' }, Name: 'Cher' },
          OwnerId: SELLER,
        },
        { Name: 'Without an id', StageName: 'Won at last', CloseDate: '2026-02-01', Amount: 10 },
      ],
      'records/User.json': [{ Id: SELLER, Title: 'Singer' }],
    })
    const me = org.as(org.state.file.users[0]?.id ?? '')
    expect(
      me.query('SELECT Name, IsWon, Probability, Owner.Title FROM Opportunity ORDER BY Name'),
    ).toMatchObject([
      { Name: 'A', IsWon: false, Probability: 50, Owner: { Title: 'Singer' } },
      { Name: 'Without an id', IsWon: true, Probability: 100 },
    ])
  })

  it('may bring objects of its own, to which activities can be attached as their describe says', () => {
    const activities = { childSObject: 'Task', field: 'WhatId', relationshipName: 'Tasks' }
    const org = orgOf({
      'describe/Site__c.json': {
        name: 'Site__c',
        keyPrefix: 'a0A',
        custom: true,
        childRelationships: [activities],
        fields: [
          { name: 'Id', type: 'id' },
          { name: 'Name', type: 'string', length: 80, nameField: true },
          { name: 'Deal__c', type: 'reference', referenceTo: ['Opportunity'] },
        ],
      },
      'records/Opportunity.json': [
        { Id: DEAL, Name: 'A', StageName: 'Prospecting', CloseDate: '2026-01-01' },
      ],
      'records/Site__c.json': [{ Id: 'a0Axx0000012345', Name: 'Berlin', Deal__c: DEAL }],
    })
    const me = org.as(org.state.file.users[0]?.id ?? '')
    me.create('Task', { Subject: 'Call', WhatId: 'a0Axx0000012345' })
    expect(one(me, 'SELECT Name, (SELECT Subject FROM Tasks) FROM Site__c')).toMatchObject({
      Name: 'Berlin',
      Tasks: { totalSize: 1 },
    })
  })

  it('is deployed the package unless it says no', () => {
    const org = orgOf({})
    const me = org.as(org.state.file.users[0]?.id ?? '')
    expect(me.describe('Handoff__c')?.keyPrefix).toMatch(/^a0/)
    const deal = { Name: 'A', StageName: 'Prospecting', CloseDate: '2026-12-01' }
    const Opportunity__c = me.create('Opportunity', deal)
    const WhatId = me.create('Handoff__c', { Opportunity__c, Client_Key__c: 'k' })
    expect(me.create('Task', { Subject: 'Read it', WhatId })).toMatch(/^00T/)
  })
})
