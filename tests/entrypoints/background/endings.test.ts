// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { acmeUsers, brightwater as opportunityId } from '../../lib/salesforce/org-in-process.ts'
import { acceptance, anaWithDraft, ben, benWithHandoff } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

const declining = { reasons: ['CAPACITY'], comment: 'Not this year.', questions: [] }
const ending = 'SELECT Status__c, Decision_Outcome__c, Recycle_Until__c FROM Handoff__c'

describe('a handoff that is declined for good', () => {
  it.each([
    { outcome: 'close', kept: { Decision_Outcome__c: 'Close', Recycle_Until__c: null } },
    {
      outcome: 'recycle',
      until: '2027-03-01',
      kept: { Decision_Outcome__c: 'Recycle', Recycle_Until__c: '2027-03-01' },
    },
  ] as const)('$outcome says so in Salesforce, and to the sender', async ({ kept, ...ends }) => {
    const { ask, settled, rows, handoffId, ana, world } = await benWithHandoff()
    valueOf(await ask('handoff.decline', { handoffId, ...declining, ...ends }))
    await settled()
    expect(rows(ending)).toMatchObject([{ Status__c: 'Rejected', ...kept }])
    world.clock.now += 60_000
    world.browser.signIn(acmeUsers.ana)
    const { handoffs } = valueOf(await ana.ask('context.read', { opportunityId, fresh: true })) ?? {
      handoffs: [],
    }
    expect(handoffs.map(({ declineOutcome }) => declineOutcome)).toEqual([ends.outcome])
  })

  it('is not left to rest without a day', async () => {
    const { ask, handoffId, rows } = await benWithHandoff()
    expect(
      await ask('handoff.decline', { handoffId, ...declining, outcome: 'recycle' }),
    ).toMatchObject({ outcome: 'trouble', trouble: { detail: 'Say until when it rests.' } })
    expect(rows(ending)).toMatchObject([{ Status__c: 'Submitted' }])
  })
})

it('a handoff that is declined does not rest until a day that is past', async () => {
  const { ask, handoffId, rows } = await benWithHandoff()
  const resting = { outcome: 'recycle', until: '2026-11-22' } as const
  const detail = 'The day until which it rests is past. Choose one to come.'
  expect(await ask('handoff.decline', { handoffId, ...declining, ...resting })).toMatchObject({
    outcome: 'trouble',
    trouble: { detail },
  })
  expect(rows(ending)).toMatchObject([{ Status__c: 'Submitted' }])
})

describe('a template that demands an answer before the acceptance', () => {
  const demand = { severity: 'blocks-accept', when: { when: 'always' } }
  const [first] = aeCsm.sections
  const open = first?.questions.at(-1)?.key ?? ''
  const sections = aeCsm.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({
      ...question,
      requirements: question.key === open ? [demand] : [],
    })),
  }))
  const template = JSON.stringify({ ...aeCsm, sections })

  it('keeps it from being accepted, with the sentence that says what is missing', async () => {
    const ana = await anaWithDraft()
    Object.assign(ana.browser.managed, { templates: [{ template }] })
    await ana.submit()
    await ana.settled()
    const [row] = ana.rows('SELECT Id FROM Handoff__c')
    const handoffId = String(row?.['Id'])
    ana.world.browser.signIn(ben.userId)
    const bens = workerInProcess(ana.world)
    Object.assign(bens.browser.managed, { templates: [{ template }] })
    await bens.ask('context.read', { opportunityId, fresh: true })
    const answered = await bens.ask('handoff.accept', acceptance(handoffId))
    expect(answered).toMatchObject({ outcome: 'trouble', trouble: { kind: 'not-now' } })
    expect(JSON.stringify(answered)).toContain(first?.questions.at(-1)?.label ?? 'no label')
    await bens.settled()
    expect(ana.rows(ending)).toMatchObject([{ Status__c: 'Submitted' }])
    expect(ana.rows("SELECT Id FROM Handoff_Event__c WHERE Kind__c = 'Accepted'")).toEqual([])
  })
})
