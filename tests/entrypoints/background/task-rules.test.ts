// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeSeed, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { ben, benInTransition, benWithHandoff } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

/** A rule that no task of a step meets. */
const typedTasks = {
  object: 'Task',
  formula: 'CONTAINS(Description, "Segue")',
  message: 'Pick a type',
  field: 'Subject',
}

describe('accepting', () => {
  it('goes through without the tasks where a rule wants more of one; they are made once it lets them', async () => {
    const { ask, handoffId, settled, tasks, handoff, world } = await benInTransition({
      ...acmeSeed(),
      validationRules: [typedTasks],
    })
    expect(tasks()).toEqual([])
    const { status, transition } = await handoff()
    expect(status).toBe('accepted')
    expect(transition.milestones.some(({ tasked }) => tasked === false)).toBe(true)
    world.demo.state.validationRules.length = 0
    const at = new Date(world.clock.now).toISOString()
    valueOf(await ask('transition.contact', { handoffId, at, note: 'They called' }))
    await settled()
    expect(tasks().length).toBeGreaterThan(7)
  })

  it('is something else than what a remark asks for: that task is refused, and it says which field', async () => {
    const rule = { ...typedTasks, formula: 'TRUE' }
    const { ask, handoffId, settled } = await benWithHandoff({
      ...acmeSeed(),
      validationRules: [rule],
    })
    await ask('context.read', { opportunityId, fresh: true })
    const remark = { question: null, section: 'deal', mentioned: [], body: 'Who is Dana?' }
    const followUp = { owner: ben, day: null }
    valueOf(await ask('handoff.comment', { handoffId, ...remark, followUp }))
    await settled()
    expect(await ask('outbox.read', { opportunityId })).toMatchObject([
      {
        state: 'needs-attention',
        trouble: { kind: 'rejected', detail: 'New task: Pick a type', fields: ['Task.Subject'] },
      },
    ])
  })
})
