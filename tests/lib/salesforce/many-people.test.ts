import { describe, expect, it } from 'vitest'
import { brightwater, callsOf } from './org-in-process.ts'
import { promise, submitted } from './plans.ts'
import { ana } from './transferring.ts'
import { anaSubmitting } from './submitting.ts'

const about = { question: 'people.users', role: 'Other', isPrimary: false }

/** Somebody new at the customer, with a name that no other has. */
function newcomer(at: number, email = `new${at}@brightwater.example`) {
  const lastName = `Newcomer${String(at).padStart(2, '0')}`
  const contact = { firstName: '', lastName, title: '', email, phone: '' }
  return { ...about, key: lastName, kind: 'created' as const, name: lastName, contact }
}

/** Another part in the deal for somebody who has one. */
const evaluator = (roleId: string) => ({
  ...about,
  key: roleId,
  kind: 'changed' as const,
  name: '',
  role: 'Evaluator',
  roleId,
  before: 'Other',
})

const newcomers = (count: number) => Array.from({ length: count }, (_, at) => newcomer(at))

async function anaWithPeople() {
  const world = await anaSubmitting()
  const roles = () =>
    world.rows(`SELECT Id, Role, Contact.LastName FROM OpportunityContactRole
      WHERE OpportunityId = '${brightwater}' ORDER BY Contact.LastName`)
  return { ...world, roles }
}

describe('more people than Salesforce takes parts in a call', () => {
  it('become contacts, and each gets their own part in the deal, in one call', async () => {
    const { world, plan, write, roles } = await anaWithPeople()
    await write({ ...plan, contactRoles: newcomers(40) })
    expect(callsOf(world)).toHaveLength(1)
    const names = roles().map(({ Contact }) => Contact)
    expect(names).toEqual(
      expect.arrayContaining(
        newcomers(40).map(({ name }) => expect.objectContaining({ LastName: name })),
      ),
    )
  })

  it('get other parts in the deal', async () => {
    const { plan, write, roles } = await anaWithPeople()
    await write({ ...plan, contactRoles: newcomers(40) })
    const changed = roles().map(({ Id }) => evaluator(String(Id)))
    await write({
      ...plan,
      operationKey: 'op-2',
      clientKey: 'key-2',
      unmodifiedSince: null,
      events: [{ ...submitted, operationKey: 'op-2' }],
      fieldChanges: [],
      commitments: [],
      contactRoles: changed,
    })
    expect(new Set(roles().map(({ Role }) => Role))).toEqual(new Set(['Evaluator']))
  })

  it('are refused with everything else, and the one who is refused is named', async () => {
    const { plan, write, rows } = await anaWithPeople()
    const contactRoles = newcomers(30).with(17, newcomer(17, ''))
    await expect(write({ ...plan, contactRoles })).rejects.toMatchObject({
      message: 'New contact Newcomer17: Give an email address or a phone number.',
    })
    expect(rows('SELECT Id FROM Handoff__c')).toEqual([])
  })
})

it('a handoff that is sent again goes out with promises old and new, answers and people', async () => {
  const { world, plan, write, rows, roles } = await anaWithPeople()
  const { handoffId } = await write()
  const as = world.demo.as(ana.userId)
  as.update('Handoff__c', handoffId, { Status__c: 'Rejected', Reject_Reason__c: 'TERMS_MISSING' })
  const asked = { Kind__c: 'Clarification', Body__c: 'Which date?', Author__c: ana.userId }
  const key = { Handoff__c: handoffId, Client_Key__c: 'asked-1' }
  const commentId = as.create('Handoff_Comment__c', { ...key, ...asked })
  const before = roles().length
  await write({
    ...plan,
    operationKey: 'op-2',
    handoffId,
    unmodifiedSince: null,
    events: [{ ...submitted, operationKey: 'op-2', fromStatus: 'declined', kind: 'Resubmitted' }],
    fieldChanges: [],
    commitments: [promise, { ...promise, key: 'promise-2', position: 2 }],
    resolved: [{ commentId, by: ana, at: '2026-11-23T12:00:00.000Z' }],
    contactRoles: newcomers(6),
  })
  expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
  expect(rows('SELECT Id FROM Handoff_Commitment__c')).toHaveLength(2)
  expect(roles()).toHaveLength(before + 6)
})
