import { expect, it } from 'vitest'
import { missingTasks } from '#lib/handoff/milestone-tasks.ts'
import { arranged } from '#lib/handoff/transition-plan.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { deal, handoff, NOW } from './builders.ts'
import { calendar } from './timing.ts'

it('a task names its step whole where the name of the account is as long as Salesforce holds', () => {
  const accountName = `${'Höchst & Söhne '.repeat(16)}🏭🏭🏭🏭🏭🏭🏭`
  const at = '2026-03-10T09:00:00.000Z'
  const accepted = handoff({ status: 'accepted', submittedAt: at, decidedAt: at, accountName })
  const making = { calendar, now: NOW }
  const plan = arranged({ template: aeCsm, handoff: accepted, deal: deal(), ...making })
  const tasks = missingTasks(plan, accepted, making)
  expect(tasks.length).toBeGreaterThan(0)
  for (const { subject, description } of tasks) {
    const [label = ''] = description.split('\n')
    expect(subject).toMatch(/^Höchst & Söhne .*…: /)
    expect(subject.endsWith(`: ${label}`)).toBe(true)
    expect(subject.length).toBeLessThanOrEqual(255)
    expect(subject.isWellFormed()).toBe(true)
  }
})
