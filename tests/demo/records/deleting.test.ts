import { describe, expect, it } from 'vitest'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { deleteRecord } from '#demo/records/remove.ts'
import { writerFor } from '#demo/records/writer-for.ts'
import { deal, people, refusalOf, smallOrg } from '../small-org.ts'

function packaged() {
  const { metadata } = loadOrgFolder('demo/orgs/acme')
  const users = [people.admin, people.seller].map((id) => ({
    id,
    username: id,
    name: `User ${id}`,
    profile: id === people.admin ? 'System Administrator' : 'Standard User',
    permissionSets: ['Segue_Admin', 'Segue_User'],
  }))
  const { org } = smallOrg({ metadata, org: { users } })
  const remove = (userId: string, objectName: string, id: string) => {
    const writer = writerFor(org.state, userId)
    const object = writer.access.describe(objectName)
    if (!object) throw new Error(`${objectName} is hidden`)
    deleteRecord(writer, object, id)
  }
  return { org, remove, me: org.as(people.admin) }
}

describe('a deletion', () => {
  it('takes details and activities along, and empties other lookups', () => {
    const { me, remove } = packaged()
    const account = me.create('Account', { Name: 'Acme' })
    const contact = me.create('Contact', { LastName: 'Ann', AccountId: account })
    const id = me.create('Opportunity', { ...deal, AccountId: account, ContactId: contact })
    me.create('Task', { Subject: 'Call', WhatId: id })
    remove(people.admin, 'Opportunity', id)
    const left = ['Opportunity', 'OpportunityContactRole', 'Task', 'OpportunityHistory'].map(
      (name) => me.query(`SELECT Id FROM ${name}`).length,
    )
    expect(left).toEqual([0, 0, 0, 0])
    expect(me.query('SELECT Id FROM Contact')).toHaveLength(1)
  })

  it('of an account with a won deal is refused, and takes nothing along', () => {
    const { me, remove } = packaged()
    const AccountId = me.create('Account', { Name: 'Acme' })
    me.create('Contact', { LastName: 'Ann', AccountId })
    me.create('Opportunity', { ...deal, Name: 'Won', AccountId, StageName: 'Closed Won' })
    const refusal = refusalOf(() => remove(people.admin, 'Account', AccountId))
    expect(refusal.code).toBe('DELETE_FAILED')
    expect(refusal.text).toContain('some opportunities in Acme were closed won')
    expect(me.query('SELECT Id FROM Contact WHERE AccountId != null')).toHaveLength(1)
  })

  it('of what is deleted already is told so', () => {
    const { me, remove } = packaged()
    const id = me.create('Opportunity', deal)
    remove(people.admin, 'Opportunity', id)
    expect(refusalOf(() => remove(people.admin, 'Opportunity', id)).code).toBe('ENTITY_IS_DELETED')
    expect(refusalOf(() => me.create('Task', { Subject: 'x', WhatId: id })).code).toBe(
      'ENTITY_IS_DELETED',
    )
  })

  it('of a record that one may only read is refused', () => {
    const { org, me, remove } = packaged()
    const id = me.create('Opportunity', deal)
    expect(org.as(people.seller).query('SELECT Id FROM Opportunity')).toHaveLength(1)
    const refusal = refusalOf(() => remove(people.seller, 'Opportunity', id))
    expect(refusal.code).toBe('INSUFFICIENT_ACCESS_OR_READONLY')
  })
})
