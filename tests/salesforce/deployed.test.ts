import { describe, expect, it } from 'vitest'
import { loadOrgFolder } from '#demo/org/load-folder.ts'
import { createOrg } from '#demo/org/org.ts'

const seed = loadOrgFolder('demo/orgs/acme')

function idOf(name: string): string {
  const user = seed.org.users.find((each) => each.name === name)
  if (!user) throw new Error(`Nobody is called ${name}`)
  return user.id
}

const people = {
  ana: idOf('Ana Ferreira'),
  ben: idOf('Ben Kowalski'),
  jonas: idOf('Jonas Lindqvist'),
  mara: idOf('Mara Delacroix'),
  remy: idOf('Remy Haddad'),
} as const

const happened = { Happened_At__c: '2026-11-23T10:00:00Z' }

/** By permission, by sharing (what one cannot see is not there), or by the rule that holds for administrators too. */
const refused = /INSUFFICIENT_ACCESS|NOT_FOUND|An event is never changed/

/** An org in which Ana has submitted a handoff to Ben, who has been given his share of it. */
function orgWithHandoff() {
  const org = createOrg(seed, { now: () => new Date('2026-11-23T10:00:00Z'), random: () => 0.5 })
  const ana = org.as(people.ana)
  const handoff = ana.create('Handoff__c', {
    Opportunity__c: ana.query('SELECT Id FROM Opportunity LIMIT 1')[0]?.['Id'],
    Outgoing_Owner__c: people.ana,
    Incoming_Owner__c: people.ben,
    Status__c: 'Submitted',
    Client_Key__c: 'c0ffee',
  })
  ana.create('Handoff__Share', {
    ParentId: handoff,
    UserOrGroupId: people.ben,
    AccessLevel: 'Edit',
  })
  const event = ana.create('Handoff_Event__c', {
    ...happened,
    Handoff__c: handoff,
    Operation_Key__c: 'op-1',
    Kind__c: 'Submitted',
  })
  return { org, handoff, event }
}

describe('the package in an org', () => {
  it.each([
    ['the sender', people.ana, 1],
    ['the recipient', people.ben, 1],
    ['a colleague', people.jonas, 0],
    ['the manager', people.mara, 1],
    ['the admin', people.remy, 1],
  ])('shows the handoff to %s as often as %s sees it: %i', (_who, user, count) => {
    const { org, handoff } = orgWithHandoff()
    expect(org.as(user).query(`SELECT Id FROM Handoff__c WHERE Id = '${handoff}'`)).toHaveLength(
      count,
    )
    expect(
      org.as(user).query(`SELECT Id FROM Handoff_Event__c WHERE Handoff__c = '${handoff}'`),
    ).toHaveLength(count)
  })

  it('lets the recipient decide, and nobody else who only may see it', () => {
    const { org, handoff } = orgWithHandoff()
    const accept = { Status__c: 'Accepted', Decision__c: 'Accepted' }
    expect(() => org.as(people.jonas).update('Handoff__c', handoff, accept)).toThrow(refused)
    org.as(people.ben).update('Handoff__c', handoff, accept)
    expect(org.as(people.ana).query('SELECT Status__c FROM Handoff__c')).toMatchObject([
      { Status__c: 'Accepted' },
    ])
  })

  it.each(Object.entries(people))('lets %s change no event', (_name, user) => {
    const { org, event } = orgWithHandoff()
    expect(() => org.as(user).update('Handoff_Event__c', event, { Details__c: '{}' })).toThrow(
      refused,
    )
  })

  it('lets the recipient add to the log, and somebody without the handoff not', () => {
    const { org, handoff } = orgWithHandoff()
    const viewed = { ...happened, Handoff__c: handoff, Kind__c: 'Viewed' }
    org.as(people.ben).create('Handoff_Event__c', { ...viewed, Operation_Key__c: 'op-2' })
    expect(() =>
      org.as(people.jonas).create('Handoff_Event__c', { ...viewed, Operation_Key__c: 'op-3' }),
    ).toThrow(refused)
  })

  it.each([
    ['op-1', 'the key as it was'],
    ['OP-1', 'the key in other letters'],
  ])('takes an operation once: %s', (key) => {
    const { org, handoff } = orgWithHandoff()
    const again = { ...happened, Handoff__c: handoff, Kind__c: 'Viewed', Operation_Key__c: key }
    expect(() => org.as(people.ben).create('Handoff_Event__c', again)).toThrow('DUPLICATE_VALUE')
  })

  it('refuses a decline that gives no reason', () => {
    const { org, handoff } = orgWithHandoff()
    const ben = org.as(people.ben)
    expect(() => ben.update('Handoff__c', handoff, { Status__c: 'Rejected' })).toThrow(
      'Choose at least one reason for declining.',
    )
    ben.update('Handoff__c', handoff, { Status__c: 'Rejected', Reject_Reason__c: 'OWN_CODE;OTHER' })
  })
})
