import { expect, it } from 'vitest'
import { callsOf } from './org-in-process.ts'
import { promise, submitted } from './plans.ts'
import { anaSubmitting } from './submitting.ts'

it('more promises than one collection takes are written in one call, and again when they are sent again', async () => {
  const { world, plan, write, rows } = await anaSubmitting()
  const commitments = Array.from({ length: 450 }, (_, at) => ({
    ...promise,
    key: `promise-${at}`,
    position: at + 1,
    row: { ...promise.row, id: `promise-${at}` },
  }))
  const { handoffId } = await write({ ...plan, commitments })
  expect(callsOf(world)).toHaveLength(1)
  const kept = () => rows('SELECT Position__c FROM Handoff_Commitment__c ORDER BY Position__c')
  expect(kept().map((row) => row['Position__c'])).toEqual(commitments.map((one) => one.position))
  await write({
    ...plan,
    handoffId,
    operationKey: 'op-2',
    unmodifiedSince: null,
    events: [{ ...submitted, operationKey: 'op-2' }],
    fieldChanges: [],
    shareWith: [],
    commitments: commitments.map((one) => Object.assign({}, one, { position: one.position + 1 })),
  })
  expect(kept().at(-1)).toMatchObject({ Position__c: 451 })
})
