import { describe, expect, it } from 'vitest'
import { deal, people, refusalOf, smallOrg } from '../small-org.ts'

/** A seller whose profile the org folder spells out. */
function sellerWith(profile: {
  objectPermissions: { object: string; [right: string]: unknown }[]
  fieldPermissions?: { field: string; readable: boolean; editable: boolean }[]
}) {
  const seller = { id: people.seller, username: 's@small.example', name: 'Sal Seller' }
  const { org } = smallOrg({
    org: {
      users: [{ ...seller, profile: 'Sales', permissionSets: [] }],
      profiles: [{ name: 'Sales', ...profile }],
    },
  })
  return org.as(people.seller)
}

const deals = { object: 'Opportunity', allowRead: true, allowCreate: true, allowEdit: true }

describe('an administrator', () => {
  it('may be called so where the profile has a name in another language', () => {
    const admin = { id: people.seller, username: 's@small.example', name: 'Sal Seller' }
    const profile = 'システム管理者'
    const { org } = smallOrg({ org: { users: [{ ...admin, profile, isAdmin: true }] } })
    expect(org.as(people.seller).create('UserRole', { Name: 'Rep' })).toMatch(/^00E/)
  })
})

describe('a profile that the folder spells out', () => {
  it('gives no right to an object that it does not name', () => {
    const me = sellerWith({ objectPermissions: [deals] })
    expect(me.describe('Opportunity')?.deletable).toBe(false)
    expect(me.describe('Lead')).toBeUndefined()
    expect(refusalOf(() => me.create('Account', { Name: 'Acme' })).code).toBe('NOT_FOUND')
  })

  it('leaves alone what no profile names: people, stages, activities, roles', () => {
    const me = sellerWith({ objectPermissions: [deals] })
    expect(me.query('SELECT Name FROM User')).toHaveLength(1)
    expect(me.query('SELECT MasterLabel FROM OpportunityStage')).not.toHaveLength(0)
    const WhatId = me.create('Opportunity', deal)
    expect(me.create('Task', { Subject: 'Call', WhatId })).toMatch(/^00T/)
    const access = 'SELECT HasEditAccess FROM UserRecordAccess'
    expect(
      me.query(`${access} WHERE UserId = '${people.seller}' AND RecordId = '${WhatId}'`),
    ).toMatchObject([{ HasEditAccess: true }])
  })

  it('hides no field that is required, and none that the org keeps itself', () => {
    const fieldPermissions = ['CloseDate', 'StageName', 'LastModifiedDate'].map((name) => ({
      field: `Opportunity.${name}`,
      readable: false,
      editable: false,
    }))
    const me = sellerWith({ objectPermissions: [deals], fieldPermissions })
    expect(me.create('Opportunity', deal)).toMatch(/^006/)
    expect(me.query('SELECT CloseDate, StageName, LastModifiedDate FROM Opportunity')).toHaveLength(
      1,
    )
  })

  it('hides and locks the fields it says so of', () => {
    const me = sellerWith({
      objectPermissions: [deals],
      fieldPermissions: [
        { field: 'Opportunity.Amount', readable: false, editable: false },
        { field: 'Opportunity.NextStep', readable: true, editable: false },
      ],
    })
    const fields = me.describe('Opportunity')?.fields ?? []
    expect(fields.find(({ name }) => name === 'Amount')).toBeUndefined()
    expect(fields.find(({ name }) => name === 'NextStep')?.updateable).toBe(false)
    expect(fields.find(({ name }) => name === 'Description')?.updateable).toBe(true)
    expect(() => me.query('SELECT Amount FROM Opportunity')).toThrow("No such column 'Amount'")
  })
})
