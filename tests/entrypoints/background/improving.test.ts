// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { push } from '#lib/sync/push.ts'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { answerLost } from '../../lib/sync/sending.ts'
import { acceptance, benInTransition, benWithHandoff, mara } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

type Desk = Awaited<ReturnType<typeof benWithHandoff>>

const friction = { step: 'submitted', cause: 'MISSING', words: 'No contract yet' }
const logged =
  'SELECT Actor__c, Details__c, Operation_Key__c FROM Handoff_Event__c WHERE Kind__c = '

async function maraReading({ world }: Pick<Desk, 'world'>) {
  world.browser.signIn(mara.userId)
  const boss = workerInProcess(world)
  const asked = { scope: 'team', days: 90, fresh: true } as const
  return valueOf(await boss.ask('overview.read', asked))
}

describe('a report of what holds a handoff up', () => {
  it('is one entry of the log, by whoever reports it, and moves nothing', async () => {
    const { ask, handoffId, settled, rows } = await benWithHandoff()
    await ask('context.read', { opportunityId, fresh: true })
    const before = rows('SELECT Status__c, Decision__c FROM Handoff__c')
    valueOf(await ask('handoff.friction', { handoffId, ...friction }))
    await settled()
    expect(rows(`${logged}'Friction_Reported'`)).toMatchObject([
      { Actor__c: '005Hs00000009f3IAA', Details__c: expect.stringContaining('No contract yet') },
    ])
    expect(rows('SELECT Status__c, Decision__c FROM Handoff__c')).toEqual(before)
  })

  it.each([
    { who: 'the sender', userId: acmeUsers.ana },
    { who: 'the manager', userId: mara.userId },
  ])('comes from $who as well', async ({ userId }) => {
    const { world, rows, handoffId } = await benWithHandoff()
    world.browser.signIn(userId)
    const { ask, settled } = workerInProcess(world)
    valueOf(await ask('handoff.friction', { handoffId, ...friction }))
    await settled()
    expect(rows(`${logged}'Friction_Reported'`)).toMatchObject([{ Actor__c: userId }])
  })

  it('is written once, though the answer to it is lost', async () => {
    const { ask, handoffId, settled, rows, world, office } = await benWithHandoff()
    await ask('context.read', { opportunityId, fresh: true })
    world.faults.push(answerLost)
    valueOf(await ask('handoff.friction', { handoffId, ...friction }))
    await settled()
    world.clock.now += 60_000
    await push(office.outbox)
    expect(await ask('outbox.read', {})).toMatchObject([{ state: 'sent' }])
    expect(rows(`${logged}'Friction_Reported'`)).toHaveLength(1)
  })

  it('is in what the manager reads, with its words', async () => {
    const desk = await benWithHandoff()
    valueOf(await desk.ask('handoff.friction', { handoffId: desk.handoffId, ...friction }))
    await desk.settled()
    const read = await maraReading(desk)
    expect(read?.events.flatMap((event) => event.friction ?? [])).toEqual([
      { ...friction, label: 'Waiting for the decision' },
    ])
  })
})

describe('what the manager reads', () => {
  it('tells what was left empty and what was accepted unread', async () => {
    const desk = await benWithHandoff()
    await desk.ask('handoff.accept', acceptance(desk.handoffId))
    await desk.settled()
    const read = await maraReading(desk)
    const told = (kind: string) => read?.events.find((event) => event.kind === kind)
    expect(told('Submitted')?.blank?.length).toBeGreaterThan(0)
    expect(told('Accepted')?.unread).toEqual([])
  })

  it('tells what the new owner has added where an answer was missing', async () => {
    const desk = await benInTransition()
    const { ask, handoffId, settled, rows } = desk
    const [submitted] = rows(`${logged}'Submitted'`)
    const { blank } = JSON.parse(String(submitted?.['Details__c']))
    const remark = { section: null, body: 'They want it by May.', mentioned: [], followUp: null }
    valueOf(await ask('handoff.comment', { handoffId, question: blank[0], ...remark }))
    await settled()
    const read = await maraReading(desk)
    expect(read?.events.flatMap(({ fills }) => fills ?? [])).toEqual([blank[0]])
  })
})
