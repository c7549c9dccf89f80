import { describe, expect, it } from 'vitest'
import { resolveFields } from '#lib/sync/choices.ts'
import { enqueue } from '#lib/sync/outbox.ts'
import { push } from '#lib/sync/push.ts'
import { anEntry, refused, scriptedOrg, start, worker } from './desk.ts'

describe('a conflict', () => {
  const seen = { 'Opportunity.OwnerId': 'ana' }
  const [change] = anEntry().plan.fieldChanges
  const measured = () => anEntry({ seen })

  it('is shown field by field, and nothing is written over', async () => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('conflict') })
    org.deal.fields = { 'Opportunity.NextStep': 'Theirs', 'Opportunity.OwnerId': 'ana' }
    await enqueue(ports, measured(), null)
    await push(ports)
    expect(await entry()).toMatchObject({
      state: 'conflict',
      conflicts: [
        {
          path: 'Opportunity.NextStep',
          seen: change?.before,
          mine: change?.after,
          theirs: 'Theirs',
        },
      ],
    })
    expect(org.done.size).toBe(0)
  })

  it('about a user is shown with the names', async () => {
    const path = 'Opportunity.Engineer__c'
    const ana = '005000000000001AAA'
    const ben = '005000000000002AAA'
    const mara = '005000000000003AAA'
    const called = [
      { value: ben, label: 'Ben' },
      { value: mara, label: 'Mara' },
    ]
    const org = scriptedOrg()
    const asked: unknown[] = []
    org.gateway.dealNow = async (_org, _id, people) => {
      asked.push(people)
      return { lastModifiedAt: start, fields: { [path]: mara }, people: called }
    }
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('conflict') })
    const plan = anEntry().plan
    const engineer = { path, label: 'Engineer', before: ana, after: ben, question: 'a' }
    await enqueue(ports, anEntry({ plan: { ...plan, fieldChanges: [engineer] } }), null)
    await push(ports)
    expect(asked).toEqual([{ fields: [path], ids: [ana, ben] }])
    expect(await entry()).toMatchObject({ conflicts: [{ path, people: called }] })
  })

  it('elsewhere on the opportunity is none: the operation goes out again', async () => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('conflict') })
    org.deal.fields = { 'Opportunity.NextStep': 'Old', 'Opportunity.OwnerId': 'ana' }
    await enqueue(ports, measured(), null)
    await push(ports)
    expect(await entry()).toMatchObject({
      state: 'sent',
      plan: { unmodifiedSince: org.deal.lastModifiedAt },
    })
  })

  it('is shown when the owner is another one now', async () => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('conflict') })
    org.deal.fields = { 'Opportunity.NextStep': 'Old', 'Opportunity.OwnerId': 'jonas' }
    org.deal.fields = { ...org.deal.fields, 'Opportunity.Owner.Name': 'Jonas' }
    await enqueue(ports, anEntry({ seen: { ...seen, 'Opportunity.Owner.Name': 'Ana' } }), null)
    await push(ports)
    expect(await entry()).toMatchObject({
      state: 'conflict',
      conflicts: [
        {
          path: 'Opportunity.OwnerId',
          label: 'Opportunity › Owner',
          seen: 'Ana',
          mine: 'Ana',
          theirs: 'Jonas',
        },
      ],
    })
  })

  it.each([
    { owner: 'jonas', state: 'conflict', paths: ['Opportunity.OwnerId'] },
    { owner: 'ana', state: 'needs-attention', paths: [] },
  ])('with a refusal of the right to write, while $owner owns it: $state', async (found) => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('no-permission') })
    org.deal.fields = { 'Opportunity.NextStep': 'Old', 'Opportunity.OwnerId': found.owner }
    await enqueue(ports, measured(), null)
    await push(ports)
    const { state, conflicts } = (await entry()) ?? {}
    expect({ state, paths: conflicts?.map(({ path }) => path) }).toEqual({
      state: found.state,
      paths: found.paths,
    })
  })

  it.each([
    { name: 'the field once more', later: { 'Opportunity.NextStep': 'Theirs again' } },
    { name: 'the owner meanwhile', later: { 'Opportunity.OwnerId': 'jonas' } },
  ])('is shown again when somebody changed $name before the choice', async ({ later }) => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('conflict') })
    org.deal.fields = { 'Opportunity.NextStep': 'Theirs', 'Opportunity.OwnerId': 'ana' }
    await enqueue(ports, measured(), null)
    await push(ports)
    Object.assign(org.deal.fields, later)
    const keep = { 'Opportunity.NextStep': 'mine' } as const
    expect(await resolveFields(ports, 'op-1', keep)).toMatchObject({ state: 'conflict' })
    await push(ports)
    expect(org.done.size).toBe(0)
    await resolveFields(ports, 'op-1', { ...keep, 'Opportunity.OwnerId': 'mine' })
    await push(ports)
    expect(await entry()).toMatchObject({ state: 'sent' })
  })

  it('that is shown again for another field does not forget what was left to the others', async () => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('conflict') })
    org.deal.fields = { 'Opportunity.NextStep': 'Theirs', 'Opportunity.OwnerId': 'ana' }
    await enqueue(ports, measured(), null)
    await push(ports)
    Object.assign(org.deal.fields, { 'Opportunity.OwnerId': 'jonas' })
    const theirs = { 'Opportunity.NextStep': 'theirs' } as const
    expect(await resolveFields(ports, 'op-1', theirs)).toMatchObject({ state: 'conflict' })
    await resolveFields(ports, 'op-1', { 'Opportunity.OwnerId': 'mine' })
    await push(ports)
    expect((await entry())?.plan.fieldChanges).toEqual([])
  })

  it.each([
    { choice: 'mine', changes: ['Opportunity.NextStep'] },
    { choice: 'theirs', changes: [] },
  ] as const)('that is settled as $choice goes out with that', async ({ choice, changes }) => {
    const org = scriptedOrg()
    const { ports, entry } = worker(org.gateway)
    org.faults.push({ before: refused('conflict') })
    org.deal.fields = { 'Opportunity.NextStep': 'Theirs', 'Opportunity.OwnerId': 'ana' }
    await enqueue(ports, measured(), null)
    await push(ports)
    await resolveFields(ports, 'op-1', { 'Opportunity.NextStep': choice })
    await push(ports)
    const settled = await entry()
    expect(settled).toMatchObject({ state: 'sent', plan: { unmodifiedSince: start } })
    expect(settled?.plan.fieldChanges.map(({ path }) => path)).toEqual(changes)
  })
})
