// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { anaWithDraft, ben } from './people-at-work.ts'
import { valueOf } from './worker-in-process.ts'

const remark = { question: null, section: 'deal', mentioned: [], followUp: null }

describe('two people who use one browser one after the other', () => {
  it('do not wait for what the other has left unsent about the same deal', async () => {
    const { ask, settled, submit, rows, world } = await anaWithDraft()
    await submit()
    await settled()
    const [row] = rows('SELECT Id FROM Handoff__c')
    const handoffId = String(row?.['Id'])
    world.network.isUp = false
    valueOf(await ask('handoff.comment', { ...remark, handoffId, body: 'From Ana' }))
    await settled()
    world.network.isUp = true
    world.browser.signIn(ben.userId)
    world.clock.now += 60_000
    await ask('context.read', { opportunityId, fresh: true })
    valueOf(await ask('handoff.comment', { ...remark, handoffId, body: 'From Ben' }))
    await settled()
    const said = () => rows('SELECT Body__c FROM Handoff_Comment__c').map((one) => one['Body__c'])
    expect(said()).toEqual(['From Ben'])
    expect(await ask('outbox.read', { opportunityId })).toMatchObject([{ state: 'sent' }])
  })
})
