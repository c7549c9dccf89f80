import { describe, expect, it } from 'vitest'
import { differences } from '#lib/handoff/transfer-check.ts'
import type { TransferFacts } from '#lib/handoff/transfer.ts'
import { acmeSeed, brightwater } from './org-in-process.ts'
import { profiled } from './profiled.ts'
import { ben } from './submitting.ts'
import { accepted, acmeWith, acmeWithTeamOf, ana, dealIn, mara, teamIn } from './transferring.ts'

const one = ['POST /services/data/v67.0/composite']
const withAna = { owner: 'Ana', tasks: ['Ana'], kickoff: 'Ana' }
const withBen = { owner: 'Ben', tasks: ['Ben'], kickoff: 'Ben' }

describe('looking before the owner changes', () => {
  it('tells in one call what would move, stay or be lost', async () => {
    const { as } = await accepted()
    const { facts, calls } = await as(mara).look(ben.userId)
    expect(calls).toEqual(one)
    expect(facts).toMatchObject({
      owner: ana,
      ownerIsActive: true,
      to: ben,
      toIsActive: true,
      mayTransfer: true,
      reachAfter: 'yes',
      teamAccess: 'afterwards',
      othersActivities: 0,
    })
    expect(facts.team.map(({ name, access }) => [name, access])).toEqual([
      ['Ben Kowalski', 'Read'],
      ['Mara Delacroix', 'Edit'],
    ])
    expect(facts.activities.map(({ object }) => object)).toEqual(['Task', 'Task', 'Task', 'Event'])
    expect(facts.contactRoles).toBeGreaterThan(0)
    expect(facts.accountTeam).toBe(0)
  })

  it.each([
    { who: ana, may: true, reach: 'no' },
    { who: ben, may: false, reach: 'yes' },
    { who: mara, may: true, reach: 'yes' },
  ])(
    'tells $who.name whether they may: $may, and whether the team is theirs after: $reach',
    async ({ who, may, reach }) => {
      const { as } = await accepted()
      const { facts } = await as(who).look(ben.userId)
      expect(facts).toMatchObject({ mayTransfer: may, reachAfter: reach })
    },
  )

  it('knows an org without teams', async () => {
    const { as } = await accepted(acmeWith({ teamSelling: false, accountTeams: false }))
    const { facts, calls } = await as(ana).look(ben.userId)
    expect(calls).toEqual(one)
    expect(facts).toMatchObject({ teamAccess: 'absent', team: [], accountTeam: null })
  })
})

describe('where columns of activities are hidden', () => {
  const of = (facts: TransferFacts, object: string) =>
    facts.activities.filter((activity) => activity.object === object)

  it.each([
    { fields: ['Task.ActivityDate', 'Task.Subject'], tasks: 3, events: 1 },
    { fields: ['Event.EndDateTime'], tasks: 3, events: 1 },
    { fields: ['Event.ActivityDate', 'Event.Subject'], tasks: 3, events: 1 },
    { fields: ['Event.IsAllDayEvent'], tasks: 3, events: 1 },
    { fields: ['Event.ActivityDate', 'Event.EndDateTime'], tasks: 3, events: 0 },
  ])('the look works without $fields and says so', async ({ fields, tasks, events }) => {
    const { as } = await accepted(profiled(acmeSeed(), { fields }))
    const { facts } = await as(ana).look(ben.userId)
    const columns = new Set(fields.map((path) => path.split('.')[1]))
    expect(facts.hidden?.toSorted()).toEqual(
      [...columns].toSorted((a = '', b = '') => a.localeCompare(b)),
    )
    expect(of(facts, 'Task')).toHaveLength(tasks)
    expect(of(facts, 'Event')).toHaveLength(events)
    const isHidden = columns.has('ActivityDate')
    expect(of(facts, 'Task').some(({ day }) => day === null)).toBe(isHidden)
  })

  it('tasks of steps whose day is hidden count as out of sight, so that no step loses its day', async () => {
    const { world, handoffId, as } = await accepted(
      profiled(acmeSeed(), { fields: ['Task.ActivityDate'] }),
    )
    const description = 'Milestone kickoff – Segue finds this task by this line.'
    const task = { WhatId: handoffId, Subject: 'Kickoff', Description: description }
    world.demo.as(ana.userId).create('Task', task)
    const { handoff } = await as(ana).look(ben.userId)
    expect(handoff.tasks).toEqual([])
  })

  it('the owner changes all the same, and what could be seen goes along', async () => {
    const fields = ['Task.Subject', 'Event.EndDateTime']
    const { as, rows } = await accepted(profiled(acmeSeed(), { fields }))
    await as(ana).transfer({ team: 'new-owner' })
    expect(dealIn(rows)).toEqual(withBen)
  })
})

describe('a change of owner with its team', () => {
  it('tells on the deal where its handoff stands, which a recipient who may only read it could not', async () => {
    const { as, rows } = await accepted()
    const status = () =>
      rows(`SELECT Handoff_Status__c FROM Opportunity WHERE Id = '${brightwater}'`)
    expect(status()).toMatchObject([{ Handoff_Status__c: 'Submitted' }])
    await as(ana).transfer({ team: 'new-owner' })
    expect(dealIn(rows)).toEqual(withBen)
    expect(status()).toMatchObject([{ Handoff_Status__c: 'Accepted' }])
  })

  it.each([
    { ownerChangeDropsTeam: true, ownerChangeMovesOpenActivities: false },
    { ownerChangeDropsTeam: true, ownerChangeMovesOpenActivities: true },
    { ownerChangeDropsTeam: false, ownerChangeMovesOpenActivities: false },
    { ownerChangeDropsTeam: false, ownerChangeMovesOpenActivities: true },
  ])('is one call, read back in it, and can be undone and done again: %o', async (switches) => {
    const { as, rows } = await accepted(acmeWith(switches))
    const boss = as(mara)
    const before = teamIn(rows)
    const { calls, saved, plan } = await boss.transfer()
    expect(calls).toEqual(one)
    expect(dealIn(rows)).toEqual(withBen)
    expect(teamIn(rows)).toEqual(['Ana: Edit', 'Mara: Edit'])
    expect(saved?.ownership?.owner).toEqual(ben)
    expect(saved?.handoff.transfer).toMatchObject({ count: 1, from: ana, to: ben, undone: null })
    const { transfer } = plan
    expect(transfer && saved?.ownership && differences(transfer, saved.ownership, [])).toEqual([])
    const undone = await boss.undo()
    expect(undone.calls).toEqual(one)
    expect(dealIn(rows)).toEqual(withAna)
    expect(teamIn(rows)).toEqual(before)
    expect(undone.saved?.handoff.transfer).toMatchObject({ count: 2, undone: { by: mara } })
    await boss.transfer({ place: 'Read' })
    expect(dealIn(rows)).toEqual(withBen)
    expect(teamIn(rows)).toEqual(['Ana: Read', 'Mara: Edit'])
    expect(rows('SELECT Kind__c FROM Handoff_Event__c ORDER BY Name')).toMatchObject(
      ['Submitted', 'Transfer_Done', 'Transfer_Undone', 'Transfer_Done'].map((Kind__c) => ({
        Kind__c,
      })),
    )
  })

  it('that the old owner makes leaves the team for the new one to put back, of which nothing is lost', async () => {
    const { as, rows } = await accepted()
    const { calls, saved } = await as(ana).transfer({ team: 'new-owner' })
    expect(calls).toEqual(one)
    expect(dealIn(rows)).toEqual(withBen)
    expect(teamIn(rows)).toEqual([])
    expect(saved?.handoff.transfer?.waits.team.map(({ name }) => name)).toEqual([
      'Mara Delacroix',
      'Ana Ferreira',
    ])
    const back = await as(ben).putBack()
    expect(back.calls).toEqual(one)
    expect(teamIn(rows)).toEqual(['Ana: Edit', 'Mara: Edit'])
    expect(back.saved?.handoff.transfer?.waits).toEqual({ team: [], grants: [] })
  })

  it('is refused whole when the team cannot be put back in the same step', async () => {
    const { as, rows } = await accepted()
    const before = teamIn(rows)
    await expect(as(ana).transfer()).rejects.toMatchObject({ kind: 'no-permission', part: 'team' })
    expect(dealIn(rows)).toEqual(withAna)
    expect(teamIn(rows)).toEqual(before)
  })

  it('is refused before anything is sent where more are on it than can be put back in one step', async () => {
    const { as, rows } = await accepted(acmeWithTeamOf(250))
    const before = teamIn(rows)
    await expect(as(mara).transfer()).rejects.toThrow('More people have a place on this deal')
    expect(dealIn(rows)).toEqual(withAna)
    expect(teamIn(rows)).toEqual(before)
  })

  it('puts back as many as one step takes', async () => {
    const { as, rows } = await accepted(acmeWithTeamOf(199))
    await as(mara).transfer()
    expect(dealIn(rows)).toEqual(withBen)
    // Ben has left it for the deal itself, and Ana has come.
    expect(teamIn(rows)).toHaveLength(199)
  })

  it('by somebody who may not is refused before anything is sent', async () => {
    const { as } = await accepted()
    await expect(as(ben).transfer()).rejects.toThrow('Salesforce does not let you change the owner')
  })
})

describe('a change of owner in an org without teams', () => {
  it.each(['Read', 'Private'] as const)('whose deals are %s is one call', async (deals) => {
    const { as, rows } = await accepted(acmeWith({ teamSelling: false }, deals))
    const { calls } = await as(ana).transfer({ team: 'new-owner' })
    expect(calls).toEqual(one)
    expect(dealIn(rows)).toEqual(withBen)
    await as(ben).putBack()
    const shares = rows("SELECT UserOrGroupId FROM OpportunityShare WHERE RowCause = 'Manual'")
    expect(shares).toMatchObject([{ UserOrGroupId: ana.userId }])
    await as(mara).undo()
    expect(dealIn(rows)).toEqual(withAna)
    expect(rows("SELECT Id FROM OpportunityShare WHERE RowCause = 'Manual'")).toEqual([])
  })

  it('that everybody may transfer can be made by the new owner', async () => {
    const { as, rows } = await accepted(acmeWith({}, 'ReadWriteTransfer'))
    await as(ben).transfer()
    expect(dealIn(rows)).toMatchObject({ owner: 'Ben' })
  })
})
