import { describe, expect, it } from 'vitest'
import type { PlannedEffects } from '#lib/handoff/plan.ts'
import { acmeSeed, brightwater, callsOf } from './org-in-process.ts'
import { profiled } from './profiled.ts'
import { anaSubmitting, ben } from './submitting.ts'

const effects: PlannedEffects = {
  fields: { Description: 'Handed over' },
  posts: ['Ana has handed it over, @{handoff.id}.'],
  tasks: [
    {
      subject: 'Say hello',
      description: '',
      owner: ben,
      day: '2026-11-24',
      remindAt: null,
      on: 'handoff',
    },
  ],
}

async function submitting(...seed: Parameters<typeof anaSubmitting>) {
  const at = await anaSubmitting(...seed)
  const posts = () => at.rows('SELECT Body, ParentId FROM FeedItem')
  const tasks = () => at.rows(`SELECT OwnerId FROM Task WHERE Subject = 'Say hello'`)
  const deal = () => at.rows(`SELECT Description FROM Opportunity WHERE Id = '${brightwater}'`)
  return { ...at, posts, tasks, deal, send: () => at.write({ ...at.plan, effects }) }
}

describe('what a template lets a new status set off', () => {
  it('comes about in the same call, and once', async () => {
    const { world, send, posts, tasks, deal } = await submitting()
    const before = posts().length
    await send()
    expect(callsOf(world)).toEqual(['POST /services/data/v67.0/composite'])
    await send()
    expect(posts().length).toBe(before + 1)
    expect(posts()).toContainEqual(
      expect.objectContaining({
        ParentId: brightwater,
        Body: 'Ana has handed it over, @(handoff.id}.',
      }),
    )
    expect(tasks()).toMatchObject([{ OwnerId: ben.userId }])
    expect(deal()).toMatchObject([{ Description: 'Handed over' }])
  })

  it('goes without the post in an org without Chatter', async () => {
    const seed = acmeSeed()
    const { send, rows, tasks, deal } = await submitting({
      ...seed,
      org: { ...seed.org, chatter: false },
      records: { ...seed.records, FeedItem: [], FeedComment: [] },
    })
    await send()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
    expect(tasks()).toHaveLength(1)
    expect(deal()).toMatchObject([{ Description: 'Handed over' }])
  })

  it('leaves a field as it is that this user may not change', async () => {
    const seed = profiled(acmeSeed(), { fields: ['Opportunity.Description'] })
    const { send, rows, posts, tasks } = await submitting(seed)
    const before = posts().length
    await send()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
    expect(posts().length).toBe(before + 1)
    expect(tasks()).toHaveLength(1)
  })

  it('leaves out what a rule of the org refuses, and the move is made', async () => {
    const seed = acmeSeed()
    const rule = { object: 'Task', formula: 'Subject = "Say hello"', message: 'No greetings' }
    const { send, rows, tasks, posts } = await submitting({ ...seed, validationRules: [rule] })
    const before = posts().length
    await send()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
    expect(tasks()).toEqual([])
    expect(posts().length).toBe(before + 1)
  })
})
