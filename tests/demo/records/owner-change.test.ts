import { describe, expect, it } from 'vitest'
import { deal, one, people, refusalOf, smallOrg } from '../small-org.ts'

function sharedDeal(switches: Record<string, boolean> = {}) {
  const { org, clock } = smallOrg({ org: { sharing: { Opportunity: 'Private' }, switches } })
  const seller = org.as(people.seller)
  const id = seller.create('Opportunity', deal)
  return { org, clock, seller, id }
}

describe('a change of owner by REST', () => {
  it('takes the team and manual shares away, and the old owner sees the deal no more', () => {
    const { org, seller, id } = sharedDeal()
    seller.create('OpportunityTeamMember', { OpportunityId: id, UserId: people.manager })
    const share = { OpportunityId: id, UserOrGroupId: people.admin, OpportunityAccessLevel: 'Read' }
    seller.create('OpportunityShare', share)
    seller.update('Opportunity', id, { OwnerId: people.other })
    const other = org.as(people.other)
    expect(other.query('SELECT Id FROM OpportunityTeamMember')).toEqual([])
    const shares = other.query('SELECT UserOrGroupId, RowCause FROM OpportunityShare')
    expect(shares.map((row) => [row['UserOrGroupId'], row['RowCause']])).toEqual([
      [people.other, 'Owner'],
    ])
    expect(seller.query('SELECT Id FROM Opportunity')).toEqual([])
  })

  it('leaves the team when the switch says so, but never the new owner in it', () => {
    const { org, seller, id } = sharedDeal({ ownerChangeDropsTeam: false })
    for (const UserId of [people.manager, people.other]) {
      seller.create('OpportunityTeamMember', { OpportunityId: id, UserId })
    }
    seller.update('Opportunity', id, { OwnerId: people.other })
    const team = org.as(people.other).query('SELECT UserId FROM OpportunityTeamMember')
    expect(team.map((row) => row['UserId'])).toEqual([people.manager])
  })

  it.each([
    [true, people.other],
    [false, people.seller],
  ])('with activities moving %s the open task belongs to %s', (moves, expected) => {
    const { org, seller, id } = sharedDeal({ ownerChangeMovesOpenActivities: moves })
    const task = { Subject: 'Call', WhatId: id, Status: 'Not Started', Priority: 'Normal' }
    seller.create('Task', task)
    const done = seller.create('Task', { ...task, Status: 'Completed' })
    seller.update('Opportunity', id, { OwnerId: people.other })
    const admin = org.as(people.admin)
    const open = one(admin, 'SELECT OwnerId FROM Task WHERE IsClosed = false')
    expect(open['OwnerId']).toBe(expected)
    expect(one(admin, `SELECT OwnerId FROM Task WHERE Id = '${done}'`)['OwnerId']).toBe(
      people.seller,
    )
  })

  it('is refused to whoever is not the owner, above or an administrator', () => {
    const { org } = smallOrg({ org: { sharing: { Opportunity: 'ReadWrite' } } })
    const id = org.as(people.seller).create('Opportunity', deal)
    const change = (userId: string) => () =>
      org.as(userId).update('Opportunity', id, { OwnerId: people.other })
    expect(refusalOf(change(people.other)).code).toBe('INSUFFICIENT_ACCESS_OR_READONLY')
    expect(change(people.manager)).not.toThrow()
  })

  it('to somebody who has left is refused', () => {
    const { seller, id } = sharedDeal()
    const refusal = refusalOf(() => seller.update('Opportunity', id, { OwnerId: people.gone }))
    expect(refusal.code).toBe('INACTIVE_OWNER_OR_USER')
  })
})

describe('an opportunity team', () => {
  it('gives its members access, and adding somebody twice changes the row', () => {
    const { org, seller, id } = sharedDeal()
    const other = org.as(people.other)
    expect(other.query('SELECT Id FROM Opportunity')).toEqual([])
    const member = { OpportunityId: id, UserId: people.other, TeamMemberRole: 'Sales Rep' }
    const first = seller.create('OpportunityTeamMember', member)
    const again = { ...member, TeamMemberRole: 'Account Manager' }
    expect(seller.create('OpportunityTeamMember', again)).toBe(first)
    expect(other.query('SELECT Id FROM Opportunity')).toHaveLength(1)
    const change = () => other.update('Opportunity', id, { NextStep: 'x' })
    expect(refusalOf(change).code).toBe('INSUFFICIENT_ACCESS_OR_READONLY')
    seller.update('OpportunityTeamMember', first, { OpportunityAccessLevel: 'Edit' })
    expect(change).not.toThrow()
  })

  it('is unknown to an org without team selling', () => {
    const { org } = smallOrg({ org: { switches: { teamSelling: false } } })
    expect(org.as(people.admin).describe('OpportunityTeamMember')).toBeUndefined()
    expect(org.as(people.admin).describe('AccountTeamMember')).toBeUndefined()
  })
})
