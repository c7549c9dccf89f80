// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import type { AnswerType } from '#lib/handoff/question.ts'
import { given, question, section, template } from '../../lib/handoff/builders.ts'
import {
  acmeUsers,
  brightwater as opportunityId,
  orgInProcess,
} from '../../lib/salesforce/org-in-process.ts'
import { ben } from './people-at-work.ts'
import { valueOf, workerInProcess } from './worker-in-process.ts'

let world: ReturnType<typeof orgInProcess>
let worker: ReturnType<typeof workerInProcess>
beforeEach(() => {
  world = orgInProcess()
  world.browser.signIn(acmeUsers.ana)
  worker = workerInProcess(world)
})

/** The company sets a template that asks for one thing. */
function set(answer: AnswerType, version: string): void {
  const asked = section([question({ key: 'asked', answer })])
  const text = JSON.stringify(template([asked], { key: 'acme', version }))
  Object.assign(worker.browser.managed, { templates: [{ template: text }] })
}

describe('a draft whose template asks otherwise', () => {
  it.each([
    { when: 'under the same version', from: '1.0.0' },
    { when: 'because an older version was put back', from: '2.0.0' },
  ])('keeps beside the others what no question takes, and says so: $when', async ({ from }) => {
    const { ask } = worker
    set({ type: 'number' }, from)
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
    const answer = given({ type: 'number', number: 42 })
    await ask('draft.answer', { draftKey, question: 'asked', answer })
    set({ type: 'date' }, '1.0.0')
    const moved = valueOf(await ask('draft.start', { opportunityId }))
    expect(moved).toMatchObject({
      template: { key: 'acme', version: '1.0.0' },
      migrated: { from, orphaned: ['asked_was'], converted: [] },
    })
    expect(moved.answers).toEqual({ asked_was: answer })
    expect(valueOf(await ask('draft.start', { opportunityId }))).toEqual(moved)
  })

  it('is left alone while its questions take what was answered', async () => {
    const { ask } = worker
    set({ type: 'text' }, '2.0.0')
    const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
    const answer = given({ type: 'text', text: 'In March' })
    await ask('draft.answer', { draftKey, question: 'asked', answer })
    set({ type: 'long-text' }, '1.0.0')
    expect(valueOf(await ask('draft.start', { opportunityId }))).toMatchObject({
      template: { version: '2.0.0' },
      answers: { asked: answer },
    })
  })
})

it('what mends a handoff says what has become of the answers since it was sent', async () => {
  const { ask, settled } = worker
  const org = world.demo.as(ben.userId)
  set({ type: 'number' }, '1.0.0')
  const { key: draftKey } = valueOf(await ask('draft.start', { opportunityId }))
  const answer = given({ type: 'number', number: 42 })
  await ask('draft.answer', { draftKey, question: 'asked', answer })
  const change = { recipient: ben }
  const { revision } = valueOf(await ask('draft.change', { draftKey, change }))
  valueOf(await ask('handoff.submit', { draftKey, revision }))
  await settled()
  const [row] = org.query('SELECT Id FROM Handoff__c')
  const declined = { Status__c: 'Rejected', Reject_Reason__c: 'OTHER' }
  org.update('Handoff__c', String(row?.['Id']), declined)
  world.clock.now += 120_000
  set({ type: 'date' }, '1.1.0')
  const mended = valueOf(await ask('draft.start', { opportunityId }))
  expect(mended).toMatchObject({
    template: { key: 'acme', version: '1.1.0' },
    migrated: { from: '1.0.0', orphaned: ['asked_was'] },
  })
  expect(Object.keys(mended.answers)).toEqual(['asked_was'])
})
