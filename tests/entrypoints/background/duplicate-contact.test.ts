// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { given } from '../../lib/handoff/builders.ts'
import { acmeSeed, brightwater } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const account = '001Hs00000006O7IAI'

/** A contact of the deal, or of another account. */
function twinIn({ records = {} }: ReturnType<typeof acmeSeed>, isInDeal: boolean) {
  const ofDeal = (records['OpportunityContactRole'] ?? []).filter(
    ({ OpportunityId }) => OpportunityId === brightwater,
  )
  return (records['Contact'] ?? []).find(({ Id, AccountId }) =>
    isInDeal ? ofDeal.some(({ ContactId }) => ContactId === Id) : AccountId !== account,
  )
}

/** Ana has sent a handoff with a new contact who has the name and address of one that is there. */
async function anaWithTwin({ allowSave = true, isInDeal = false } = {}) {
  const seed = acmeSeed()
  const twin = twinIn(seed, isInDeal)
  const [lastName, email] = [String(twin?.['LastName']), String(twin?.['Email'])]
  const duplicateRules = [{ object: 'Contact', fields: ['LastName', 'Email'], allowSave }]
  const ana = await anaWithDraft({ ...seed, duplicateRules })
  const { ask, draftKey, rows, settled } = ana
  const person = { name: `Z. ${lastName}`, lastName, email, contactId: '', title: '', phone: '' }
  const value = {
    type: 'contact' as const,
    ...person,
    role: 'Other',
    note: '',
    strength: '' as const,
  }
  const { revision } = valueOf(
    await ask('draft.answer', { draftKey, question: 'people.billing', answer: given(value) }),
  )
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  const item = async () => (await ask('outbox.read', {}))[0]
  const twins = () => rows(`SELECT Id, FirstName FROM Contact WHERE Email = '${email}'`)
  const parts = () =>
    rows(`SELECT ContactId FROM OpportunityContactRole WHERE OpportunityId = '${brightwater}'`)
  const is = async (contactId: string | null) => {
    const operationKey = (await item())?.operationKey ?? ''
    const choice = { as: 'contact' as const, contactId }
    const outcome = await ask('outbox.resolve', { operationKey, choice })
    await settled()
    return outcome
  }
  return { ...ana, twin: String(twin?.['Id']), item, twins, parts, is }
}

describe('a new contact whom a duplicate rule takes for one that is there', () => {
  it('stops the handoff, which tells whom Salesforce has found', async () => {
    const { item, twin, rows } = await anaWithTwin()
    const found = [{ contactId: twin, isInDeal: false }]
    expect(await item()).toMatchObject({
      state: 'needs-attention',
      trouble: { duplicates: { words: expect.stringContaining('Use one'), found, maySave: true } },
    })
    expect(rows('SELECT Id FROM Handoff__c')).toEqual([])
  })

  it('is created all the same when the user says so and the rule only warns: once', async () => {
    const { is, item, twins, rows } = await anaWithTwin()
    valueOf(await is(null))
    expect(await item()).toMatchObject({ state: 'sent' })
    expect(twins()).toHaveLength(2)
    expect((await is(null)).outcome).toBe('trouble')
    expect(twins()).toHaveLength(2)
    expect(rows('SELECT Id FROM Handoff__c')).toHaveLength(1)
  })

  it('is not created where the rule blocks, whatever is asked for', async () => {
    const { is, item, twins } = await anaWithTwin({ allowSave: false })
    expect(await item()).toMatchObject({ trouble: { duplicates: { maySave: false } } })
    expect((await is(null)).outcome).toBe('trouble')
    expect(await item()).toMatchObject({ state: 'needs-attention' })
    expect(twins()).toHaveLength(1)
  })

  it('becomes the contact that is there, in the deal and in what the recipient reads', async () => {
    const { is, item, twin, twins, parts, rows } = await anaWithTwin()
    valueOf(await is(twin))
    expect(await item()).toMatchObject({ state: 'sent' })
    expect(twins()).toHaveLength(1)
    expect(parts().filter(({ ContactId }) => ContactId === twin)).toHaveLength(1)
    const [{ Payload__c: packet } = {}] = rows('SELECT Payload__c FROM Handoff__c')
    expect(String(packet)).toContain(twin)
  })

  it('gets no second part in a deal in which they have one', async () => {
    const { is, item, twin, parts } = await anaWithTwin({ isInDeal: true })
    const before = parts().length
    expect(await item()).toMatchObject({ trouble: { duplicates: { found: [{ isInDeal: true }] } } })
    valueOf(await is(twin))
    expect(await item()).toMatchObject({ state: 'sent' })
    expect(parts()).toHaveLength(before)
  })

  it('is nobody whom Salesforce has not found', async () => {
    const { is, item } = await anaWithTwin()
    expect((await is('003Hs0000000000AAA')).outcome).toBe('trouble')
    expect(await item()).toMatchObject({ state: 'needs-attention' })
  })
})
