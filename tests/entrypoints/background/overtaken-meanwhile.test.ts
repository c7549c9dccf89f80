// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { acmeWith } from '../../lib/salesforce/transferring.ts'
import { acceptance, ben, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const sam = { userId: '005Hs00000008aUIAQ', name: 'Sam Okonkwo' }

/** What became of the last move of each user, in words. */
async function lastOf({ ask }: ReturnType<typeof workerInProcess>) {
  const { action, state } = (await ask('outbox.read', { opportunityId })).at(-1) ?? {}
  return `${action} ${state}`
}

describe('while the boss gives a handoff to somebody else, its sender', () => {
  /** Ana, whose panel still shows Ben, and Sam, to whom Mara has given it. */
  async function anaBehind() {
    const desk = await benWithHandoff()
    const { ana, world, handoffId } = desk
    world.browser.signIn(acmeUsers.ana)
    const sender = workerInProcess(world, ana.browser)
    valueOf(await sender.ask('context.read', { opportunityId, fresh: true }))
    world.browser.signIn(mara.userId)
    const boss = workerInProcess(world)
    valueOf(await boss.ask('handoff.reassign', { handoffId, to: sam, reason: 'Ben is ill' }))
    await boss.settled()
    world.browser.signIn(acmeUsers.ana)
    return { ...desk, sender }
  }

  it('does not give it to a third one unseen', async () => {
    const { sender, handoffId, rows } = await anaBehind()
    await sender.ask('handoff.reassign', { handoffId, to: mara, reason: '' })
    await sender.settled()
    expect(await lastOf(sender)).toBe('reassign conflict')
    const [{ Incoming_Owner__c: incoming } = {}] = rows('SELECT Incoming_Owner__c FROM Handoff__c')
    expect(incoming).toBe(sam.userId)
  })

  it('does not remind the one who has it no more', async () => {
    const { sender, handoffId, rows } = await anaBehind()
    await sender.ask('handoff.remind', { handoffId, words: '' })
    await sender.settled()
    expect(await lastOf(sender)).toBe('chase conflict')
    expect(rows("SELECT Id FROM Task WHERE Subject LIKE '%reminds you%'")).toEqual([])
  })
})

describe('an answer that waited for the network', () => {
  /** Ben’s questions, and Ana’s answer to the first, which is not in Salesforce yet. */
  async function answered(questions: readonly string[]) {
    const desk = await benWithHandoff()
    const { ask, ana, world, handoffId, settled } = desk
    const asking = (question: string) => ({ question, section: null, body: 'Why?' })
    const question = async (asked: readonly string[]) => {
      valueOf(await ask('handoff.ask', { handoffId, asked: asked.map(asking) }))
      await settled()
    }
    await ask('context.read', { opportunityId, fresh: true })
    await question(questions)
    world.clock.now += 60_000
    world.browser.signIn(acmeUsers.ana)
    const sender = workerInProcess(world, ana.browser)
    const read = valueOf(await sender.ask('context.read', { opportunityId, fresh: true }))
    const ids = read?.handoffs.flatMap(({ comments = [] }) => comments.map(({ id }) => id)) ?? []
    const reply = (at: number) => {
      const replies = [{ commentId: ids[at] ?? '', body: 'Because' }]
      return { handoffId, replies, answers: {} }
    }
    world.network.isUp = false
    valueOf(await sender.ask('handoff.reply', reply(0)))
    await sender.settled()
    world.network.isUp = true
    world.clock.now += 60_000
    const goOut = async () => {
      world.clock.now += 600_000
      world.browser.signIn(acmeUsers.ana)
      await push(sender.office.outbox)
    }
    return { ...desk, question, sender, reply, goOut }
  }

  it('does not call answered what was asked meanwhile', async () => {
    const { world, question, goOut, rows, sender, ask } = await answered(['why.now'])
    world.browser.signIn(ben.userId)
    valueOf(await ask('context.read', { opportunityId, fresh: true }))
    await question(['why.now'])
    await goOut()
    expect(await lastOf(sender)).toBe('reply conflict')
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Clarification' }])
  })

  it('does not leave it waiting for answers that came from another computer', async () => {
    const { world, goOut, reply, handoffId, rows, sender } = await answered(['why.now', 'first'])
    const other = workerInProcess(world)
    valueOf(await other.ask('context.read', { opportunityId, fresh: true }))
    valueOf(await other.ask('handoff.reply', reply(1)))
    await other.settled()
    await goOut()
    expect(await lastOf(sender)).toBe('reply conflict')
    const { replies } = reply(0)
    await sender.ask('outbox.resolve', {
      operationKey: (await sender.ask('outbox.read', { opportunityId })).at(-1)?.operationKey ?? '',
      choice: { as: 'back-to-draft' },
    })
    valueOf(await sender.ask('handoff.reply', { handoffId, replies, answers: {} }))
    await sender.settled()
    expect(rows('SELECT Status__c FROM Handoff__c')).toMatchObject([{ Status__c: 'Submitted' }])
  })
})

it('a recipient who may not see the deal is told on a second computer that it is decided, not that the deal is gone', async () => {
  const { records, ...seed } = acmeWith({}, 'Private')
  const unseen = { ...seed, records: { ...records, OpportunityTeamMember: [] } }
  const { ask, world, handoffId, settled } = await benWithHandoff(unseen)
  const other = workerInProcess(world)
  for (const worker of [ask, other.ask])
    await worker('context.read', { opportunityId, fresh: true })
  valueOf(await ask('handoff.accept', acceptance(handoffId)))
  await settled()
  valueOf(await other.ask('handoff.accept', acceptance(handoffId)))
  await other.settled()
  expect(await other.ask('outbox.read', { opportunityId })).toMatchObject([
    { state: 'conflict', trouble: { detail: 'Somebody else has moved this handoff meanwhile.' } },
  ])
})
