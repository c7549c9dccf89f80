// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, benWithHandoff } from './people-at-work.ts'
import { killedAt } from './killed-at.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

/** Ben, whose acceptance the org refuses because it says too little. */
async function benRefused() {
  const desk = await benWithHandoff()
  const { ask, settled, handoffId, world } = desk
  await ask('context.read', { opportunityId, fresh: true })
  world.demo.state.validationRules.push({
    object: 'Handoff__c',
    active: true,
    formula: 'Decision_Comment__c = "Fine"',
    message: 'Say more',
  })
  valueOf(await ask('handoff.accept', acceptance(handoffId, 'Fine')))
  await settled()
  expect(await ask('outbox.read', { opportunityId })).toMatchObject([{ state: 'needs-attention' }])
  return desk
}

it('who shows what was given up hears of it, wherever the worker is killed over it', async () => {
  const { browser, world, ask } = await benRefused()
  const [{ operationKey } = { operationKey: '' }] = await ask('outbox.read', { opportunityId })
  const giveUp = (worker: ReturnType<typeof workerInProcess>) =>
    worker.ask('outbox.resolve', { operationKey, choice: { as: 'back-to-draft' } })
  const left = async () => {
    const next = workerInProcess(world, browser)
    return (await next.ask('outbox.read', { opportunityId })).length
  }
  for (let steps = 0; (await left()) > 0; steps += 1)
    await killedAt(steps, { world, browser }, giveUp)
  const again = workerInProcess(world, browser)
  await giveUp(again)
  expect(again.facts).toContainEqual({
    fact: 'outbox-changed',
    operationKey,
    opportunityId,
  })
})

describe('accepting again', () => {
  it('takes the place of an acceptance that was refused and waits', async () => {
    const { ask, settled, rows, handoffId } = await benRefused()
    valueOf(await ask('handoff.accept', acceptance(handoffId, 'Two days are the goal')))
    await settled()
    expect(rows('SELECT Status__c, Decision_Comment__c FROM Handoff__c')).toMatchObject([
      { Status__c: 'Accepted', Decision_Comment__c: 'Two days are the goal' },
    ])
    expect(rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Accepted'")).toHaveLength(1)
    expect(await ask('outbox.read', { opportunityId })).toMatchObject([{ state: 'sent' }])
  })

  it('leaves one of the two, wherever the worker is killed over it', async () => {
    const { browser, handoffId, world } = await benRefused()
    const again = acceptance(handoffId, 'Two days are the goal')
    const states = new Set<string>()
    for (let steps = 0; !states.has('queued'); steps += 1) {
      await killedAt(steps, { world, browser }, ({ ask }) => ask('handoff.accept', again))
      const left = await workerInProcess(world, browser).ask('outbox.read', { opportunityId })
      expect(left, `killed after ${steps} steps`).toHaveLength(1)
      for (const { state } of left) states.add(state)
    }
    expect([...states]).toEqual(['needs-attention', 'queued'])
  })
})
