// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, anaWithDraft, ben } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

describe('a step that the sender has moved before submitting', () => {
  it('becomes a task on that day, for whom the sender named, when the recipient accepts', async () => {
    const { ask, draftKey, settled, world, rows } = await anaWithDraft()
    const milestones = { kickoff: { day: '2026-12-18', owner: 'outgoing' as const } }
    const change = { milestones }
    const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
    valueOf(await ask('handoff.submit', { draftKey, revision }))
    await settled()
    expect(rows("SELECT Id FROM Task WHERE Subject LIKE '%Kickoff;%'")).toEqual([])
    const [handoff] = rows('SELECT Id FROM Handoff__c')

    world.browser.signIn(ben.userId)
    const desk = workerInProcess(world)
    await desk.ask('context.read', { opportunityId, fresh: true })
    valueOf(await desk.ask('handoff.accept', acceptance(String(handoff?.['Id']))))
    await desk.settled()
    expect(
      rows("SELECT OwnerId, ActivityDate FROM Task WHERE Subject LIKE '%Kickoff;%'"),
    ).toMatchObject([{ OwnerId: acmeUsers.ana, ActivityDate: '2026-12-18' }])
  })
})
