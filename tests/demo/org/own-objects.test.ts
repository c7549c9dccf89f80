import { describe, expect, it } from 'vitest'
import { openFolder } from '#demo/launch/start-orgs.ts'
import { one } from '../small-org.ts'
import { folderOf } from './folder-of.ts'
import { warningsOf } from './warnings-of.ts'

const SELLER = '005xx0000012345'
const ACCOUNT = '001xx0000012345AAA'
const org = { myDomain: 'x', users: [{ id: SELLER, username: 'u', name: 'U' }] }

const site = {
  name: 'acme__Site__c',
  fields: [
    { name: 'Id', type: 'id' },
    { name: 'acme__Opening_Time__c', type: 'time' },
    { name: 'acme__Account__c', type: 'reference', referenceTo: ['Account'] },
  ],
}

function opened(files: Readonly<Record<string, unknown>>) {
  const running = openFolder(folderOf({ 'org.json': org, ...files }))
  return running.as(running.state.file.users[0]?.id ?? '')
}

describe('an object that an org folder brings', () => {
  it('is a custom one by its name, and named without its namespace', () => {
    const me = opened({ 'describe/acme__Site__c.json': site })
    expect(me.describe('acme__Site__c')).toMatchObject({
      custom: true,
      label: 'Site',
      labelPlural: 'Sites',
      keyPrefix: expect.stringMatching(/^a\w\w$/),
      fields: [{ label: 'Id' }, { label: 'Opening Time' }, { label: 'Account' }],
    })
  })

  it('is called by its parents as its package calls it', () => {
    const me = opened({
      'describe/acme__Site__c.json': site,
      'records/Account.json': [{ Id: ACCOUNT, Name: 'Acme' }],
    })
    me.create('acme__Site__c', { acme__Account__c: ACCOUNT })
    expect(one(me, 'SELECT (SELECT Id FROM acme__Sites__r) FROM Account')).toMatchObject({
      acme__Sites__r: { totalSize: 1 },
    })
  })

  it('has the key prefix of its records where its describe tells none', () => {
    const files = {
      'describe/acme__Site__c.json': site,
      'describe/Shop__c.json': { ...site, name: 'Shop__c' },
      'records/acme__Site__c.json': [{ Id: 'a0Bxx0000012345' }, {}],
      'records/Shop__c.json': [{}],
    }
    const me = opened(files)
    expect(me.describe('acme__Site__c')).toMatchObject({ keyPrefix: 'a0B' })
    expect(me.create('acme__Site__c', {})).toMatch(/^a0B/)
    expect(me.describe('Shop__c')?.keyPrefix).not.toBe('a0B')
    expect(warningsOf({ 'org.json': org, ...files })).toEqual([])
  })

  it('is refused in a sentence where its records tell two key prefixes', () => {
    const files = {
      'describe/acme__Site__c.json': site,
      'records/acme__Site__c.json': [{ Id: 'a0Bxx0000012345' }, { Id: 'a0Cxx0000012345' }],
    }
    const says = '1.Id: ids of acme__Site__c begin with a0B, not as a0Cxx0000012345EAA does.'
    expect(() => opened(files)).toThrow(says)
  })

  it('is refused in a sentence where its records have the ids of a standard one', () => {
    const files = {
      'describe/acme__Site__c.json': site,
      'records/acme__Site__c.json': [{ Id: ACCOUNT }],
    }
    expect(() => opened(files)).toThrow(/ids of acme__Site__c begin with a0\d, not as 001/)
  })

  it('is refused in a sentence where a time of its records is none', () => {
    const files = {
      'describe/acme__Site__c.json': site,
      'records/acme__Site__c.json': [{ acme__Opening_Time__c: 'at noon' }],
    }
    const says = '0.acme__Opening_Time__c: expected a time such as 10:00:00.000Z, not at noon.'
    expect(() => opened(files)).toThrow(says)
  })

  it('has an id, though its describe tells of none', () => {
    const described = { ...site, fields: site.fields.slice(1) }
    const me = opened({ 'describe/acme__Site__c.json': described })
    const Id = me.create('acme__Site__c', {})
    expect(one(me, 'SELECT Id FROM acme__Site__c')).toMatchObject({ Id })
    expect(me.describe('acme__Site__c')?.fields[0]).toMatchObject({ name: 'Id', type: 'id' })
  })
})

describe('moments in the records of an org folder', () => {
  it.each([
    ['2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000+0000'],
    ['2026-12-01T10:00:00.123+02:00', '2026-12-01T08:00:00.000+0000'],
    ['2026-12-01', '2026-12-01T00:00:00.000+0000'],
  ])('%s is told as the API tells it: %s', (StartDateTime, told) => {
    const me = opened({
      'records/Event.json': [{ Subject: 'Demo', StartDateTime, DurationInMinutes: 60 }],
    })
    expect(one(me, 'SELECT StartDateTime FROM Event')).toMatchObject({ StartDateTime: told })
  })

  it('are told with the seconds of a time of day', () => {
    const me = opened({
      'describe/acme__Site__c.json': site,
      'records/acme__Site__c.json': [{ acme__Opening_Time__c: '07:30' }],
    })
    const query = 'SELECT acme__Opening_Time__c FROM acme__Site__c'
    expect(one(me, query)).toMatchObject({ acme__Opening_Time__c: '07:30:00.000Z' })
  })
})
